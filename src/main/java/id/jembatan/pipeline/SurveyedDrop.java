package id.jembatan.pipeline;

import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Survey;
import id.jembatan.domain.Workspace;
import id.jembatan.normalise.ColumnHabits;
import id.jembatan.read.ColumnNames;
import id.jembatan.read.DropReader;
import id.jembatan.read.RowSpool;
import id.jembatan.read.Surveyor;
import id.jembatan.read.TableRows;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An archived drop after its first pass: where its tables are, and who judges their rows, which are kept for one more
 * pass.
 */
final class SurveyedDrop {

    private final RowSpool spool;
    private final ColumnNames names;
    private final List<Sheet> sheets;
    private final Survey survey;
    private final Map<Integer, RowJudge> judges = new HashMap<>();

    private SurveyedDrop(RowSpool spool, ColumnNames names, List<Sheet> sheets, Survey survey) {
        this.spool = spool;
        this.names = names;
        this.sheets = sheets;
        this.survey = survey;
    }

    /**
     * Makes the first pass.
     *
     * @param judgedOn the day as on which rows are judged
     * @throws id.jembatan.domain.DropRefused when the file cannot be taken
     */
    static SurveyedDrop survey(
            DropReader reader,
            Workspace workspace,
            Receipt receipt,
            Programme programme,
            LocalDate judgedOn,
            RuleSet rules) {
        Path bytes = workspace.archived(receipt.day(), receipt.sha256());
        return survey(reader.within(rules.limits()), bytes, receipt.leavers(), programme, judgedOn, rules.book());
    }

    static SurveyedDrop survey(
            DropReader reader, Path bytes, boolean leavers, Programme programme, LocalDate judgedOn, Rulebook rules) {
        ColumnNames names = rules.columnsOf(programme, leavers);
        Set<Field> required = leavers ? Set.of(Field.NIK) : programme.required();
        RowSpool spool = reader.spool();
        boolean surveyed = false;
        try (RawRows rows = spool.keep(reader.open(bytes, names))) {
            Survey survey = new Surveyor().survey(rows, names, required, new ColumnHabits());
            SurveyedDrop drop = new SurveyedDrop(spool, names, rows.sheets(), survey);
            for (SheetSurvey sheet : survey.sheets()) {
                sheet.table()
                        .ifPresent(table -> drop.judges.put(
                                sheet.sheet().index(),
                                leavers
                                        ? rules.judgeLeavers(programme, judgedOn, sheet, table)
                                        : rules.judge(programme, judgedOn, sheet, table)));
            }
            surveyed = true;
            return drop;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!surveyed) {
                spool.close();
            }
        }
    }

    Survey survey() {
        return survey;
    }

    List<String> sheetNames() {
        return sheets.stream().map(Sheet::name).toList();
    }

    RowJudge judgeOf(Chunk chunk) {
        return Objects.requireNonNull(judges.get(chunk.sheet().sheet().index()));
    }

    /** The people's rows, chunk by chunk: once, and whoever asks closes them. */
    Chunks chunks() {
        RawRows rows = spool.replay(sheets);
        return new Chunks(rows, new TableRows(rows, survey, names));
    }

    /** The columns of all tables, each header text once. */
    private List<DropReading.Column> columns() {
        Map<String, DropReading.Column> columns = new LinkedHashMap<>();
        for (SheetSurvey sheet : survey.sheets()) {
            sheet.table().ifPresent(table -> table.columns().stream()
                    .filter(column -> !column.header().isBlank())
                    .forEach(column -> columns.putIfAbsent(
                            column.header(), new DropReading.Column(column.header(), column.field()))));
        }
        return List.copyOf(columns.values());
    }

    private List<IgnoredLine> ignored() {
        List<IgnoredLine> ignored = new ArrayList<>();
        survey.sheets().forEach(sheet -> ignored.addAll(sheet.ignored()));
        return ignored.subList(0, Math.min(ignored.size(), SheetSurvey.MOST_IGNORED));
    }

    private long ignoredLines() {
        return survey.sheets().stream().mapToLong(SheetSurvey::ignoredLines).sum();
    }

    private long emptyLines() {
        return survey.sheets().stream().mapToLong(SheetSurvey::emptyLines).sum();
    }

    /** What reading found and, by the tally, judging. */
    DropReading reading(ChunkTally tally) {
        return new DropReading(
                tally.rows(),
                columns(),
                ignored(),
                ignoredLines(),
                emptyLines(),
                tally.findings(),
                tally.causes(),
                tally.changed(),
                tally.sectors());
    }

    /** A pass in hand. */
    static final class Chunks implements Iterator<Chunk>, Closeable {

        private final RawRows rows;
        private final TableRows table;

        Chunks(RawRows rows, TableRows table) {
            this.rows = rows;
            this.table = table;
        }

        @Override
        public boolean hasNext() {
            return table.hasNext();
        }

        @Override
        public Chunk next() {
            return table.next();
        }

        @Override
        public void close() {
            try {
                rows.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
