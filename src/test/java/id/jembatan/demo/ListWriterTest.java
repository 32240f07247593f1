package id.jembatan.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ListWriterTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(OfficeStyle.class)
    void writesTheSameBytesTwiceAndLeavesNothingElseBehind(OfficeStyle office) throws IOException {
        Path one = write(office, "one", 700);
        Path two = write(office, "two", 700);

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void putsTheHeaderOfALetterheadOnRowSix() throws IOException {
        Path file = write(OfficeStyle.LETTERHEAD_WORKBOOK, "surat.xlsx", 10);

        List<Row> rows = readSheet(file, "Lembar1");

        assertEquals("NIK", row(rows, 6).getCellText(2));
        assertEquals("3", row(rows, 7).getCellText(2));
        assertEquals(16, row(rows, 8).getCellText(2).replaceAll("[^0-9]", "").length());
        assertTrue(rows.stream().anyMatch(row -> row.getCellText(1).startsWith("JUMLAH 10 ORANG")));
    }

    @Test
    void hidesTheSheetOfReferences() throws IOException {
        Path file = write(OfficeStyle.SHEETS_WORKBOOK, "lembar.xlsx", 700);

        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            List<String> visible = book.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
            assertEquals(List.of("Sampul", "Lembar1", "Lembar2", "Lembar3"), visible);
            assertEquals(5, book.getSheets().count());
        }
    }

    /** Under that name Excel opens no workbook that says that it is a plain one. */
    @Test
    void saysMacrosInAWorkbookThatIsNamedForThem() throws IOException {
        Path file = write(OfficeStyle.SHEETS_WORKBOOK, "lembar.xlsm", 3);

        assertEquals(
                ".xlsm",
                OfficeStyle.SHEETS_WORKBOOK
                        .styleFor(Calling.VULNERABLE, "Tomia", Set.of())
                        .extension());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String types = new String(
                    zip.getInputStream(zip.getEntry("[Content_Types].xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(types.contains("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), types);
        }
    }

    @Test
    void keepsNiksOfANumberWorkbookAsNumbers() throws IOException {
        Path file = write(OfficeStyle.NUMBER_WORKBOOK, "angka.xlsx", 200);

        long numbers = readSheet(file, "Lembar1").stream()
                .filter(row -> row.getCell(2).getType() == CellType.NUMBER)
                .count();

        assertTrue(numbers > 150, numbers + " numeric cells");
    }

    @Test
    void saysNothingOfTheClockInAWorkbook() throws IOException {
        Path file = write(OfficeStyle.TIDY_WORKBOOK, "rapi.xlsx", 3);

        try (ZipFile zip = new ZipFile(file.toFile())) {
            String properties = new String(
                    zip.getInputStream(zip.getEntry("docProps/core.xml")).readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(properties.contains("2022-01-03T00:00:00Z"), properties);
        }
    }

    @Test
    void writesSemicolonsOneTooManyBetweenTitleAndSignature() throws IOException {
        Path file = write(OfficeStyle.SEMICOLON_TEXT, "daftar.csv", 5);

        List<String> lines = Files.readAllLines(file, Charset.forName("windows-1252"));

        assertEquals("DAFTAR NOMINATIF CALON PESERTA BPJS KETENAGAKERJAAN;", lines.get(0));
        assertTrue(lines.get(2).startsWith("NO;NAMA LENGKAP;NIK;NO. KK;"), lines.get(2));
        assertTrue(lines.get(2).endsWith(";SEKTOR;"), lines.get(2));
        assertEquals(";JUMLAH 5 ORANG;;;;;;;;;;;;;;;", lines.get(8));
        assertEquals(12, lines.size());
    }

    @Test
    void beginsWithWhatTheOfficesProgramPutsInFront() throws IOException {
        byte[] quoted = Files.readAllBytes(write(OfficeStyle.QUOTED_TEXT, "kutip.csv", 1));
        byte[] tabs = Files.readAllBytes(write(OfficeStyle.TAB_TEXT, "tab.tsv", 1));
        String sep = Files.readString(write(OfficeStyle.SEP_LINE_TEXT, "sep.csv", 1), Charset.forName("windows-1252"));

        assertEquals("\ufeff\"No. KTP\",\"Nama\"", new String(quoted, StandardCharsets.UTF_8).substring(0, 17));
        assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xfe}, new byte[] {tabs[0], tabs[1]});
        assertTrue(sep.startsWith("sep=;\r\nNO;"));
    }

    private Path write(OfficeStyle office, String name, long people) throws IOException {
        Path file = folder.resolve(name);
        InventedLists.write(file, office, new RegencyCode("7111"), Calling.FARMER, 0, people, Faults.none(), 3);
        return file;
    }

    private static Row row(List<Row> rows, int number) {
        return rows.stream()
                .filter(row -> row.getRowNum() == number)
                .findFirst()
                .orElseThrow();
    }

    private static List<Row> readSheet(Path file, String name) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            return book.findSheet(name).orElseThrow().read();
        }
    }
}
