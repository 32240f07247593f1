package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenWorkbooksAreRefusedTest {

    private static final String ROW = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>";

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("daftar.xlsx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml"
            })
    void refusesAWorkbookWithoutAPart(String part) throws IOException {
        whole().write(file, part);

        assertEquals("FILE_BROKEN", code());
    }

    @Test
    void refusesAWorkbookWithoutThePartOfAHiddenSheet() throws IOException {
        whole().sheet("Dua", "hidden", "").write(file, "xl/worksheets/sheet2.xml");

        assertEquals("FILE_BROKEN", code());
    }

    @Test
    void refusesAWorkbookCutAnywhere() throws IOException {
        byte[] bytes = Files.readAllBytes(whole().write(file));

        for (int length = 4; length < bytes.length; length += 37) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertEquals("FILE_BROKEN: zip", read(), "cut to " + length + " of " + bytes.length);
        }
    }

    @Test
    void refusesAWorkbookWhoseCommentIsCutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(whole().write(file));
        bytes[bytes.length - 1] = 2; // high byte of the length of a comment that is not there
        Files.write(file, bytes);

        assertEquals("FILE_BROKEN: zip", read());
    }

    @Test
    void refusesASheetWhoseChecksumIsWrong() throws IOException {
        byte[] bytes = Files.readAllBytes(
                new XlsxOf().sheet("<row><c><v>9203011205809001</v></c></row>").write(file));
        bytes[directoryName(bytes) - 30] ^= 1;
        Files.write(file, bytes);

        assertEquals("FILE_BROKEN: workbook, xl/worksheets/sheet1.xml", last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<row r='1'><c r='A1' t='s'><v>1</v></c></row>",
                "<row r='1'><c r='A1' t='s'><v>-1</v></c></row>",
                "<row r='1'><c r='A1' s='2'><v>1</v></c></row>",
                "<row r='1'><c r='XFE1'><v>1</v></c></row>",
                "<row r='1'><c r='ZZZZZZZZ1'><v>1</v></c></row>",
                "<row r='1'><c r='A2'><v>1</v></c></row>",
                "<row r='1'><c r='1'><v>1</v></c></row>",
                "<row r='0'/>",
                "<row r='1048577'/>",
                "<row r='99999999999'/>",
                "<row r='2'/><row r='2'/>",
                "<row r='1'>&xxe;</row>",
                "<row r='1'><c><v>1</v></row>",
                "<row r='1'><c><v>\u0001</v></c></row>"
            })
    void refusesWhatPointsNowhereOrIsNoXml(String rows) throws IOException {
        new XlsxOf().strings("<si><t>x</t></si>").styles("14").sheet(rows).write(file);

        assertEquals("FILE_BROKEN: workbook, xl/worksheets/sheet1.xml", last());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xl/workbook.xml",
                "xl/_rels/workbook.xml.rels",
                "xl/worksheets/sheet1.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "docProps/core.xml",
                "xl/externalLinks/externalLink1.xml"
            })
    void refusesADoctypeInAnyPart(String part) throws IOException {
        for (String doctype : List.of(
                "<!DOCTYPE x>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>")) {
            whole().part("docProps/core.xml", "<coreProperties/>")
                    .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                    .doctype(part, doctype)
                    .write(file);

            assertEquals("FILE_BROKEN: workbook, " + part, last(), doctype);
        }
    }

    /** Each would take minutes of a parser that compares names, or of one who copies all that came before. */
    @Test
    @Timeout(60)
    void isNotKeptBusyByAttributesOrPiecesWithoutEnd() throws IOException {
        StringBuilder attributes = new StringBuilder("<row");
        for (int i = 0; i < 250_000; i++) {
            attributes.append(" a").append(i).append("='>'");
        }
        new XlsxOf().sheet(attributes + "/>").write(file);
        assertEquals(
                "FILE_BROKEN: workbook, xl/worksheets/sheet1.xml",
                ReadRoom.read(file, Limits.DEFAULT).get(0));

        new XlsxOf()
                .sheet("<row r='1'><c r='A1' t='inlineStr'><is>" + "<r><t>B</t></r>".repeat(900_000)
                        + "</is></c></row>")
                .write(file);
        List<String> read = ReadRoom.read(file, Limits.DEFAULT);
        assertEquals("[1, " + "B".repeat(900_000) + "]", read.get(read.size() - 1));
    }

    @Test
    void followsNoLinkToAnotherFile() throws IOException {
        Path other = new XlsxOf()
                .sheet("<row r='1'><c r='A1' t='str'><v>elsewhere</v></c></row>")
                .write(folder.resolve("lain.xlsx"));
        whole().part(
                        "xl/externalLinks/externalLink1.xml",
                        "<externalLink xmlns:r='x'><externalBook r:id='rId1'/></externalLink>")
                .part(
                        "xl/externalLinks/_rels/externalLink1.xml.rels",
                        "<Relationships><Relationship Id='rId1' TargetMode='External' Target='" + other.toUri()
                                + "'/></Relationships>")
                .sheet(
                        "Tautan",
                        "visible",
                        "<row r='1'><c r='A1' t='str'><f>[1]Sheet1!A1</f><v>stored</v></c>"
                                + "<c r='B1'><f>WEBSERVICE(\"" + other.toUri() + "\")</f></c></row>")
                .write(file);

        assertEquals(
                List.of("[1, x]", "[1, stored]"),
                ReadRoom.read(file, ReadRoom.SMALL).stream()
                        .filter(line -> line.startsWith("["))
                        .toList());
    }

    @Test
    void refusesABombByWhatItsDirectorySays() throws IOException {
        new XlsxOf().sheet("<row/>".repeat(400_000)).write(file);

        assertEquals("FILE_BOMB: unpacked, 1048576", read());
    }

    @Test
    void refusesABombWhoseDirectoryLies() throws IOException {
        byte[] bytes =
                Files.readAllBytes(new XlsxOf().sheet("<row/>".repeat(400_000)).write(file));
        int size = directoryName(bytes) - 22;
        Arrays.fill(bytes, size, size + 3, (byte) 0);
        Files.write(file, bytes);

        assertEquals("[1]", read());
        assertEquals("FILE_BOMB: unpacked, 1048576", last());
    }

    @Test
    void letsWhatIsOnlyWellCompressedPass() throws IOException {
        new XlsxOf().sheet("<row/>".repeat(150_000)).write(file);

        assertEquals("[150000]", last());
    }

    @Test
    void refusesNestingAndNamesWithoutEnd() throws IOException {
        new XlsxOf().sheet("<a>".repeat(1_000) + "</a>".repeat(1_000)).write(file);
        assertEquals("FILE_BROKEN: workbook, xl/worksheets/sheet1.xml", last());

        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            names.append("<a").append(i).append("/>");
        }
        new XlsxOf().sheet(names.toString()).write(file);
        assertEquals("FILE_BROKEN: workbook, xl/worksheets/sheet1.xml", last());
    }

    @Test
    void refusesAGiganticCell() throws IOException {
        new XlsxOf()
                .sheet("<row><c t='str'><v>" + "x".repeat(1_001) + "</v></c></row>")
                .write(file);
        assertEquals("FILE_TOO_LARGE: cell, 1000", last());

        new XlsxOf()
                .strings("<si><t>" + "x".repeat(900_000) + "</t></si>")
                .sheet("")
                .write(file);
        assertEquals("FILE_TOO_LARGE: cell, 1000", last());

        new XlsxOf().sheet("<row r='" + "1".repeat(900_000) + "'/>").write(file);
        assertEquals("FILE_TOO_LARGE: cell, 1000", last());
    }

    @Test
    void refusesAFilledCellPastTheLimitOfColumns() throws IOException {
        new XlsxOf()
                .sheet("<row r='1'><c r='U1'/></row><row r='2'><c r='U2'><v>1</v></c></row>")
                .write(file);

        assertEquals("FILE_TOO_LARGE: columns, 20", last());
    }

    private static XlsxOf whole() {
        return new XlsxOf().strings("<si><t>x</t></si>").styles("14").sheet(ROW);
    }

    private String read() {
        return ReadRoom.read(file, ReadRoom.SMALL).get(0);
    }

    private String last() {
        List<String> read = ReadRoom.read(file, ReadRoom.SMALL);
        return read.get(read.size() - 1);
    }

    private String code() {
        return read().substring(0, Math.max(read().indexOf(':'), 0));
    }

    /** Where the directory names the sheet: its checksum stands 30 bytes before, its unpacked length 22. */
    private static int directoryName(byte[] bytes) {
        byte[] directory = {'P', 'K', 1, 2};
        return indexOf(
                bytes, "xl/worksheets/sheet1.xml".getBytes(StandardCharsets.UTF_8), indexOf(bytes, directory, 0));
    }

    private static int indexOf(byte[] bytes, byte[] wanted, int from) {
        for (int at = from; ; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
    }
}
