package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we hand out to be filled in, we take back. */
class TemplateIsReadTest {

    @TempDir
    Path folder;

    /** The two invented people of the instructions are typed into the list, each value as it stands there. */
    @ParameterizedTest
    @CsvSource({
        "9203, pekerja-rentan-2025, 2025-04-01",
        "9203, aparatur-kampung-2025, 2025-04-01",
        "6111, pekerja-formal-2024, 2024-05-01",
        "7407, pekerja-rentan-2022, 2022-04-01",
    })
    void filledInWithItsOwnExamplesEverybodyEnters(String code, String programme, String day) throws Exception {
        Path file = template(code, programme);
        List<Row> help = rows(file, 1);
        List<String> headers =
                rows(file, 0).get(0).stream().map(cell -> cell.getText()).toList();

        fill(file, headers, help);
        JsonNode summary = check(file, code, programme, day);

        assertEquals(2, summary.at("/rows/read").asInt(), summary.toString());
        assertEquals(2, summary.at("/rows/accepted").asInt(), summary.toString());
        assertTrue(summary.at("/columns/unknown").isEmpty(), summary.toString());
        assertEquals(headers.size(), summary.at("/columns/recognised").size());
        assertEquals("{}", summary.get("findings").toString().replaceAll("\"NIK_DISTRICT\":2", ""));
        assertTrue(
                summary.get("ignored")
                        .toString()
                        .contains("{\"sheet\":\"PETUNJUK\",\"row\":null,\"why\":\"SHEET_WITHOUT_HEADER\"}"),
                summary.toString());
    }

    @Test
    void emptyItHasNoRows() throws Exception {
        JsonNode summary = check(template("9203", "pekerja-rentan-2025"), "9203", "pekerja-rentan-2025", "2025-04-01");

        assertEquals("FILE_NO_ROWS", summary.at("/reason/code").asText());
    }

    @Test
    void isTheSameBytesEachTimeAndNeverWritesOverWhatIsFilledIn() throws Exception {
        Path first = template("9203", "non-asn-2025");
        byte[] bytes = Files.readAllBytes(first);
        Path second = folder.resolve("second.xlsx");

        Told again = write(second, "9203", "non-asn-2025");
        Told same = write(first, "9203", "non-asn-2025");
        Files.writeString(second, "terisi");
        Told other = write(second, "9203", "non-asn-2025");

        assertEquals(Jembatan.DONE, again.exit());
        assertEquals(Jembatan.DONE, same.exit());
        assertArrayEquals(bytes, Files.readAllBytes(first));
        assertEquals(Jembatan.WRONG_USAGE, other.exit());
        assertEquals("terisi", Files.readString(second));
    }

    @Test
    void everyColumnIsTextAndPlacesAndPositionsCanBeChosen() throws Exception {
        Path file = template("9203", "aparatur-kampung-2025");

        String sheet = part(file, "xl/worksheets/sheet1.xml");
        String styles = part(file, "xl/styles.xml");
        List<String> headers =
                rows(file, 0).get(0).stream().map(cell -> cell.getText()).toList();

        assertEquals(List.of("NIK", "NAMA", "TANGGAL LAHIR", "JABATAN"), headers.subList(0, 4));
        assertEquals(headers.size(), sheet.split("<col ", -1).length - 1);
        assertEquals(headers.size(), sheet.split("style=\"1\"/>", -1).length - 1);
        assertTrue(styles.contains("formatCode=\"@\""), styles);
        assertTrue(sheet.contains("sqref=\"D2:D1048576\" type=\"list\""), "positions");
        assertEquals(4, sheet.split("<dataValidation ", -1).length - 1, "position, sex, village, district");
        assertTrue(sheet.contains("state=\"frozen\""), sheet);
        assertTrue(part(file, "xl/sharedStrings.xml").contains("KETUA BPD"), "the positions that have a wage");
    }

    private Path template(String code, String programme) {
        Path file = folder.resolve(code + "-" + programme + ".xlsx");
        assertEquals(Jembatan.DONE, write(file, code, programme).exit());
        return file;
    }

    private static Told write(Path file, String code, String programme) {
        return Told.by("template", "--regency", code, "--programme", programme, "--output", file.toString());
    }

    private static JsonNode check(Path file, String code, String programme, String day) throws IOException {
        Told told =
                Told.by("check", file.toString(), "--regency", code, "--programme", programme, "--on", day, "--json");
        return new ObjectMapper().readTree(told.out());
    }

    private static List<Row> rows(Path file, int sheet) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
                Stream<Row> rows = book.getSheet(sheet).orElseThrow().openStream()) {
            return rows.toList();
        }
    }

    private static void fill(Path file, List<String> headers, List<Row> help) throws IOException {
        StringBuilder people = new StringBuilder();
        for (int person = 0; person < 2; person++) {
            people.append("<row r=\"").append(person + 2).append("\">");
            for (int column = 0; column < headers.size(); column++) {
                String header = headers.get(column);
                int example = 3 + person;
                String value = help.stream()
                        .filter(row ->
                                row.getCellCount() > 4 && row.getCellText(0).equals(header))
                        .map(row -> row.getCellText(example))
                        .findFirst()
                        .orElseThrow();
                people.append("<c r=\"")
                        .append((char) ('A' + column))
                        .append(person + 2)
                        .append("\" t=\"inlineStr\"><is><t>")
                        .append(value)
                        .append("</t></is></c>");
            }
            people.append("</row>");
        }
        String sheet = part(file, "xl/worksheets/sheet1.xml").replace("</sheetData>", people + "</sheetData>");
        try (FileSystem zip = FileSystems.newFileSystem(file);
                OutputStream out = Files.newOutputStream(zip.getPath("xl/worksheets/sheet1.xml"))) {
            out.write(sheet.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String part(Path file, String name) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file);
                InputStream in = Files.newInputStream(zip.getPath(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
