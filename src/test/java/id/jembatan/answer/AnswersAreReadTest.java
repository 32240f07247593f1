package id.jembatan.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.Cell;
import id.jembatan.domain.Column;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.Sheet;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import id.jembatan.normalise.Normaliser;
import id.jembatan.read.ColumnNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a row of an answer says, in the words that the product ships. */
class AnswersAreReadTest {

    private static final AnswerWords WORDS = AnswerWords.load(Path.of("config/answers.yaml"));
    private static final ColumnNames NAMES =
            ColumnNames.load(Path.of("config/columns.yaml")).forAnswers(WORDS.columns());

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aRowSaysWhatTheTableSays() throws IOException {
        JsonNode table = new YAMLMapper()
                .readTree(Path.of("src/test/resources/specs/answer/rows.yaml").toFile());
        List<Column> columns = new ArrayList<>();
        table.get("columns")
                .forEach(header ->
                        columns.add(new Column(columns.size(), header.asText(), NAMES.find(header.asText()))));
        return StreamSupport.stream(table.get("cases").spliterator(), false)
                .map(one -> DynamicTest.dynamicTest(
                        one.get("id").asText(),
                        () -> assertEquals(one.get("says").asText(), says(columns, one.get("row")))));
    }

    private static String says(List<Column> columns, JsonNode cells) {
        Sheet sheet = new Sheet(0, "Jawaban", true, DateSystem.FROM_1900);
        List<Cell> row = new ArrayList<>();
        cells.forEach(cell -> row.add(
                cell.asText().startsWith("n:")
                        ? new Cell(cell.asText().substring(2), Cell.Kind.NUMBER)
                        : Cell.text(cell.asText())));
        RawRow raw = new RawRow(0, 2, row);
        Normaliser normaliser =
                new Normaliser(new Table(sheet, 1, columns), SheetHabits.NONE, LocalDate.of(2025, 4, 1));

        AnswerRow read = new AnswerReading(WORDS).read(1, raw, normaliser.normalise(raw));

        List<String> said = new ArrayList<>();
        said.add(read.ref().map(Object::toString).orElse("-"));
        said.add(
                read.nik().isPresent()
                        ? Long.toString(read.nik().getAsLong())
                        : read.rounded().map(it -> it.lowest() / 10 + "?").orElse("-"));
        read.verdict().ifPresent(verdict -> said.add(verdict.name()));
        read.kpj().ifPresent(said::add);
        if (!read.why().isEmpty()) {
            said.add("(" + read.why() + ")");
        }
        read.reason().ifPresent(reason -> said.add(reason.name()));
        return String.join(" ", said);
    }

    @Test
    void everythingWrongWithTheWordsIsSaidAtOnce() throws IOException {
        Path words = Files.writeString(folder.resolve("answers.yaml"), """
                columns: {lineRef: [REF], status: [STATUS], tidakAda: [X]}
                statuses: {accepted: [YA, "!"], refused: [YA], mungkin: [HM]}
                """);

        String wrong = String.valueOf(assertThrows(IllegalArgumentException.class, () -> AnswerWords.load(words))
                .getMessage());

        for (String each : List.of("tidakAda", "\"!\"", "\"YA\" means two things", "mungkin", "changed")) {
            assertTrue(wrong.contains(each), each + " in " + wrong);
        }
    }
}
