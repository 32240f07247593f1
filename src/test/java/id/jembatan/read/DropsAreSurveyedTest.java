package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Chunk;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Field;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.SheetSurvey;
import id.jembatan.domain.Survey;
import id.jembatan.domain.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropsAreSurveyedTest {

    private static final Set<Field> USUAL = EnumSet.of(Field.NIK, Field.NAME, Field.BIRTH_DATE);

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> findsTheTableInALine() throws IOException {
        return SpecTable.run("surveys.yaml", this::surveyed);
    }

    @Test
    void readsEveryVisibleSheetThatHasAHeader() throws IOException {
        Path file = new XlsxOf()
                .sheet("Petunjuk", "visible", text(1, "Isilah dengan huruf besar"))
                .sheet(
                        "Desa A",
                        "visible",
                        text(3, "NIK", "NAMA", "TTL")
                                + text(5, "9203011205809001", "Ani", "x")
                                + text(6, "9203011205809002", "Budi", "x")
                                + text(9, "JUMLAH"))
                .sheet("Lama", "hidden", text(1, "NIK", "NAMA", "TTL") + text(2, "9203011205809003", "Citra", "x"))
                .sheet("Desa B", "visible", text(1, "NAMA", "NIK", "TTL") + text(2, "Dodi", "9203011205809004", "x"))
                .write(folder.resolve("daftar.xlsx"));
        List<String> seen = new ArrayList<>();

        Survey survey = survey(file, USUAL, seen);

        assertEquals(3, survey.rows());
        assertEquals(
                List.of(
                        new IgnoredLine("Petunjuk", 0, IgnoredLine.Why.SHEET_WITHOUT_HEADER),
                        new IgnoredLine("Desa A", 9, IgnoredLine.Why.TRAILER),
                        new IgnoredLine("Lama", 0, IgnoredLine.Why.SHEET_HIDDEN)),
                survey.sheets().stream().flatMap(it -> it.ignored().stream()).toList());
        assertEquals(
                List.of(
                        "[5, 9203011205809001, Ani, x]",
                        "[6, 9203011205809002, Budi, x]",
                        "[9, JUMLAH]",
                        "[2, Dodi, 9203011205809004, x]"),
                seen);
        assertEquals(true, survey.sheets().get(1).habits().nikColumnRounded());
        assertEquals(false, survey.sheets().get(0).habits().nikColumnRounded());
        assertEquals(List.of("Desa A 1: 5", "Desa A 2: 6", "Desa B 3: 2"), chunks(file, survey, 1));
    }

    @Test
    void asksEverySheetForTheRequiredColumns() throws IOException {
        Path file = new XlsxOf()
                .sheet("A", "visible", text(1, "NIK", "NAMA", "TTL") + text(2, "9203011205809001", "Ani", "x"))
                .sheet("B", "visible", text(1, "NIK", "ALAMAT") + text(2, "9203011205809002", "x"))
                .write(folder.resolve("daftar.xlsx"));

        DropRefused refused = assertThrows(DropRefused.class, () -> survey(file, USUAL, new ArrayList<>()));

        assertEquals("FILE_COLUMN_MISSING: name, birthDate", refused.getMessage());
    }

    @Test
    void keepsTheFirstThousandIgnoredLinesAndCountsTheRest() throws IOException {
        Path file = Files.writeString(
                folder.resolve("daftar.csv"),
                "NIK,NAMA\n" + "NIK,NAMA\n1,2\n".repeat(600) + "9203011205809001,Ani\n" + "Mengetahui\n".repeat(1_500));

        SheetSurvey sheet =
                survey(file, EnumSet.of(Field.NIK), new ArrayList<>()).sheets().get(0);

        assertEquals(1, sheet.rows());
        assertEquals(2_700, sheet.ignoredLines());
        assertEquals(1_000, sheet.ignored().size());
        assertEquals(
                new IgnoredLine("", 1_001, IgnoredLine.Why.COLUMN_NUMBERS),
                sheet.ignored().get(999));
    }

    @Test
    void cutsThePeopleIntoChunks() throws IOException {
        Path file = Files.writeString(
                folder.resolve("daftar.csv"),
                "Daftar\nNIK,NAMA\n1,2\n9203011205809001,A\n\n9203011205809002,B\nNIK,NAMA\n9203011205809003,C\nTotal\n");
        Survey survey = survey(file, EnumSet.of(Field.NIK), new ArrayList<>());

        assertEquals(List.of(" 1: 4 6", " 3: 8"), chunks(file, survey, 2));
        assertEquals(List.of(" 1: 4 6 8"), chunks(file, survey, 3));
    }

    @Test
    void endsAChunkEarlyWhenItsRowsAreGigantic() throws IOException {
        Path file = Files.writeString(
                folder.resolve("daftar.csv"),
                "NIK,NAMA\n" + ("9203011205809001," + "x".repeat(900_000) + "\n").repeat(12));
        Survey survey = survey(file, EnumSet.of(Field.NIK), new ArrayList<>());

        assertEquals(
                List.of(" 1: 2 3 4 5 6", " 6: 7 8 9 10 11", " 11: 12 13"), chunks(file, survey, TableRows.USUAL_SIZE));
    }

    @Test
    void takesEachObjectOfJsonForARow() throws IOException {
        Path file = Files.writeString(folder.resolve("daftar.json"), """
                [{"NO": null, "nik": "9203011205809001", "nama": "A"}, {}, {"NO": 1, "nik": "2", "nama": "3"},
                 {"nik": "JUMLAH"}, {"nama": "Mengetahui"}]
                """);
        List<String> seen = new ArrayList<>();

        Survey survey = survey(file, EnumSet.of(Field.NIK), seen);

        assertEquals(List.of(" 1: 1 4 5"), chunks(file, survey, 10));
        assertEquals(1, survey.sheets().get(0).emptyLines());
        assertEquals(
                List.of(new IgnoredLine("", 3, IgnoredLine.Why.COLUMN_NUMBERS)),
                survey.sheets().get(0).ignored());
        assertEquals(0, survey.sheets().get(0).table().orElseThrow().headerRow());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                                                        | FILE_NO_ROWS",
                "[{}, {}]                                                  | FILE_NO_ROWS",
                "{\"data\": []}                                            | FILE_NO_ROWS",
                "[{\"nik\": null, \"nama\": \"\"}]                         | FILE_NO_ROWS",
                "[{\"nik\": \"1\"}]                                        | FILE_NO_HEADER",
                // no line of values is a header
                "[{\"a\": \"NIK\", \"b\": \"NAMA\"}, {\"a\": \"1\"}]       | FILE_NO_HEADER",
                "[{\"nik\": \"1\", \"alamat\": \"x\"}]                     | FILE_COLUMN_MISSING: name, birthDate",
                "[{\"nik\": 1, \"nama\": 1, \"ttl\": 1}, {\"no_ktp\": 1}]  | FILE_COLUMN_TWICE: nik, nik, no_ktp",
                "{\"nik\": 1, \"nama\": 1}\\n{\"nik\" 1}                     | FILE_BROKEN: json, 2, 8"
            })
    void refusesJsonWithoutWhatAListNeeds(String text, String refusal) throws IOException {
        Path file = Files.writeString(folder.resolve("daftar.json"), text.replace("\\n", "\n"));

        DropRefused refused = assertThrows(DropRefused.class, () -> survey(file, USUAL, new ArrayList<>()));

        assertEquals(refusal, refused.getMessage());
    }

    @Test
    void isAFaultWhenTheSecondPassDisagrees() throws IOException {
        Path file = folder.resolve("daftar.csv");
        Files.writeString(file, "NIK,NAMA\n9203011205809001,A\n9203011205809002,B\n");
        Survey survey = survey(file, EnumSet.of(Field.NIK), new ArrayList<>());
        Files.writeString(file, "NIK,NAMA\n9203011205809001,A\n");

        IllegalStateException fault = assertThrows(IllegalStateException.class, () -> chunks(file, survey, 10));

        assertEquals("second pass: expected 2 rows, found 1", fault.getMessage());
    }

    private List<String> surveyed(JsonNode given) {
        try {
            Path file = Files.writeString(
                    folder.resolve("daftar.csv"), given.get("text").asText());
            Set<Field> required = EnumSet.noneOf(Field.class);
            given.path("required")
                    .forEach(it -> required.add(Field.find(it.asText()).orElseThrow()));
            SheetSurvey sheet =
                    survey(file, required, new ArrayList<>()).sheets().get(0);
            List<String> shown = new ArrayList<>();
            shown.add("header " + sheet.table().map(Table::headerRow).orElse(0));
            shown.add("rows" + peopleRows(file, new Survey(List.of(sheet))));
            shown.add("empty " + sheet.emptyLines());
            sheet.ignored().forEach(line -> shown.add(line.row() + " " + line.why()));
            return shown;
        } catch (DropRefused e) {
            return List.of(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String peopleRows(Path file, Survey survey) throws IOException {
        return chunks(file, survey, 100).stream().map(it -> it.substring(3)).collect(Collectors.joining());
    }

    private static Survey survey(Path file, Set<Field> required, List<String> seen) throws IOException {
        try (RawRows rows = ReadRoom.open(file)) {
            return new Surveyor().survey(rows, ReadRoom.NAMES, required, ReadRoom.watching(seen));
        }
    }

    private static List<String> chunks(Path file, Survey survey, int size) throws IOException {
        List<String> chunks = new ArrayList<>();
        try (RawRows rows = ReadRoom.open(file)) {
            TableRows table = new TableRows(rows, survey, ReadRoom.NAMES, size);
            while (table.hasNext()) {
                Chunk chunk = table.next();
                chunks.add(chunk.sheet().sheet().name() + " " + chunk.firstPosition() + ":"
                        + chunk.rows().stream()
                                .map(RawRow::row)
                                .map(row -> " " + row)
                                .collect(Collectors.joining()));
            }
        }
        return chunks;
    }

    private static String text(int row, String... cells) {
        StringBuilder xml = new StringBuilder("<row r='" + row + "'>");
        for (String cell : cells) {
            xml.append("<c t='str'><v>").append(cell).append("</v></c>");
        }
        return xml.append("</row>").toString();
    }
}
