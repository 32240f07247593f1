package id.jembatan.bench;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.Finding;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Survey;
import id.jembatan.domain.Table;
import id.jembatan.normalise.ColumnHabits;
import id.jembatan.normalise.Normaliser;
import id.jembatan.pipeline.CamelCsv;
import id.jembatan.pipeline.Configuration;
import id.jembatan.pipeline.Rulebook;
import id.jembatan.pipeline.Settings;
import id.jembatan.read.DropReader;
import id.jembatan.read.RowSpool;
import id.jembatan.read.Surveyor;
import id.jembatan.read.TableRows;
import id.jembatan.validate.Validator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;

/** A list of Fakfak read and judged by the shipped rules in two passes, as a drop is, and nothing else done with it. */
final class JudgedList {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 2);
    private static final Settings SETTINGS = Settings.load(Path.of("config"), Map.of());
    private static final Rulebook RULES = Configuration.loadRules(SETTINGS);
    private static final Programme PROGRAMME =
            RULES.agreements().getProgramme(new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025"));

    private final Path folder;
    private final CamelContext camel;

    JudgedList(Path folder, CamelContext camel) {
        this.folder = folder;
        this.camel = camel;
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface Visitor {

        void see(Table table, RawRow row, List<Finding> findings);
    }

    /** The first pass keeps its rows, the second gives them in chunks. */
    void walk(Path list, Consumer<Chunk> visitor) throws IOException {
        DropReader reader = new DropReader(SETTINGS.limits(), new CamelCsv(() -> camel), folder);
        try (RowSpool spool = reader.spool()) {
            Survey survey;
            try (RawRows rows = spool.keep(reader.open(list, RULES.columns()))) {
                survey = new Surveyor().survey(rows, RULES.columns(), PROGRAMME.required(), new ColumnHabits());
            }
            TableRows chunks = new TableRows(spool.replay(List.of()), survey, RULES.columns());
            while (chunks.hasNext()) {
                visitor.accept(chunks.next());
            }
        }
    }

    /** Gives the number of rows. */
    static long judge(Chunk chunk) {
        return judge(chunk, (table, row, findings) -> {});
    }

    static long judge(Chunk chunk, Visitor visitor) {
        Validator validator = new Validator(
                PROGRAMME, PROGRAMME.key().regency(), TODAY, RULES.areas(), RULES.occupations(), RULES.places());
        Table table = chunk.sheet().table().orElseThrow();
        Normaliser normaliser = new Normaliser(table, chunk.sheet().habits(), TODAY);
        for (RawRow row : chunk.rows()) {
            visitor.see(table, row, validator.judge(normaliser.normalise(row)).findings());
        }
        return chunk.rows().size();
    }
}
