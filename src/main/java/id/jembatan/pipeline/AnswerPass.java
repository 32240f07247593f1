package id.jembatan.pipeline;

import id.jembatan.answer.AnswerReading;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.Chunk;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Survey;
import id.jembatan.domain.WorkerDraft;
import id.jembatan.domain.Workspace;
import id.jembatan.normalise.ColumnHabits;
import id.jembatan.normalise.Normaliser;
import id.jembatan.read.ColumnNames;
import id.jembatan.read.DropReader;
import id.jembatan.read.Surveyor;
import id.jembatan.read.TableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** An archived answer file after its first pass, read like a list, by the words of {@code config/answers.yaml}. */
final class AnswerPass {

    private final DropReader reader;
    private final Path bytes;
    private final ColumnNames names;
    private final AnswerReading reading;
    private final List<Sheet> sheets;
    private final Survey survey;
    private final Map<Integer, Normaliser> normalisers = new HashMap<>();

    private AnswerPass(
            DropReader reader,
            Path bytes,
            ColumnNames names,
            AnswerReading reading,
            List<Sheet> sheets,
            Survey survey) {
        this.reader = reader;
        this.bytes = bytes;
        this.names = names;
        this.reading = reading;
        this.sheets = sheets;
        this.survey = survey;
    }

    /** Is shown every row, as it was written and as it is read. */
    @FunctionalInterface
    interface Visitor {

        void see(AnswerRow row, WorkerDraft draft) throws IOException;
    }

    /** Is given some thousand rows at a time. */
    @FunctionalInterface
    interface Taker {

        void take(List<AnswerRow> rows) throws IOException;
    }

    /**
     * Makes the first pass.
     *
     * @throws id.jembatan.domain.DropRefused when the file cannot be taken
     */
    static AnswerPass survey(DropReader today, Workspace workspace, AnswerFile file, RuleSet rules) {
        DropReader reader = today.within(rules.limits());
        Path bytes = workspace.archived(file.day(), file.sha256());
        ColumnNames names =
                rules.book().columns().forAnswers(rules.book().answers().columns());
        try (RawRows rows = reader.open(bytes, names)) {
            Survey survey = new Surveyor().survey(rows, names, Set.of(), new ColumnHabits());
            AnswerPass pass = new AnswerPass(
                    reader, bytes, names, new AnswerReading(rules.book().answers()), rows.sheets(), survey);
            for (SheetSurvey sheet : survey.sheets()) {
                sheet.table()
                        .ifPresent(table -> pass.normalisers.put(
                                sheet.sheet().index(), new Normaliser(table, sheet.habits(), file.day())));
            }
            return pass;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Survey survey() {
        return survey;
    }

    List<String> sheetNames() {
        return sheets.stream().map(Sheet::name).toList();
    }

    /** All rows in file order, chunk by chunk. */
    void takeAll(Taker taker) throws IOException {
        List<AnswerRow> taken = new ArrayList<>();
        walk(new Visitor() {
            @Override
            public void see(AnswerRow row, WorkerDraft draft) throws IOException {
                taken.add(row);
                if (taken.size() == TableRows.USUAL_SIZE) {
                    taker.take(taken);
                    taken.clear();
                }
            }
        });
        if (!taken.isEmpty()) {
            taker.take(taken);
        }
    }

    /** All rows in file order. */
    void walk(Visitor visitor) throws IOException {
        try (RawRows rows = reader.open(bytes, names)) {
            TableRows table = new TableRows(rows, survey, names);
            while (table.hasNext()) {
                Chunk chunk = table.next();
                Normaliser normaliser = Objects.requireNonNull(
                        normalisers.get(chunk.sheet().sheet().index()));
                long position = chunk.firstPosition();
                for (RawRow row : chunk.rows()) {
                    WorkerDraft draft = normaliser.normalise(row);
                    visitor.see(reading.read(position++, row, draft), draft);
                }
            }
        }
    }
}
