package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbooksAreReadTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("daftar.xlsx");
    }

    @Test
    void readsWhatAnotherLibraryWrote() throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Pekerja");
            sheet.value(0, 0, "NIK");
            sheet.value(0, 1, "NAMA");
            sheet.value(4, 0, 9203011205809001L);
            sheet.value(4, 1, "Ani <& Budi>");
            sheet.value(4, 2, LocalDate.of(1980, 5, 12));
            sheet.style(4, 2).format("dd/mm/yyyy").set();
            sheet.value(4, 3, LocalDateTime.of(1980, 5, 12, 13, 45, 30));
            sheet.style(4, 3).format("dd/mm/yyyy hh:mm").set();
            sheet.value(4, 4, true);
            sheet.value(4, 6, 0.1);
            sheet.inlineString(4, 7, "di sini");
            sheet.hideRow(4);
            workbook.newWorksheet("Lain").value(2, 1, "x");
        }

        assertEquals(
                List.of(
                        "[1, NIK, NAMA]",
                        "[5, 9203011205809001, Ani <& Budi>, 1980-05-12, 1980-05-12T13:45:30, TRUE, , 0.1, di sini]",
                        "[3, , x]"),
                read());
    }

    @Test
    void saysOfACellHowItWasStored() throws IOException {
        new XlsxOf()
                .styles("14")
                .sheet("<row r='1'><c t='str'><v>1</v></c><c><v>1</v></c><c s='1'><v>1</v></c></row>")
                .write(file);

        try (RawRows rows = ReadRoom.open(file)) {
            assertEquals(
                    List.of(Cell.text("1"), new Cell("1", Cell.Kind.NUMBER), new Cell("1900-01-01", Cell.Kind.DATE)),
                    rows.next().cells());
        }
    }

    @Test
    void listsHiddenSheetsAndReadsTheVisibleOnes() throws IOException {
        new XlsxOf()
                .from1904()
                .sheet("Satu", "visible", "<row r='1'><c><v>1</v></c></row>")
                .sheet("Dua", "hidden", "<row r='1'><c><v>2</v></c></row>")
                .sheet("Tiga", "veryHidden", "<row r='1'><c><v>3</v></c></row>")
                .sheet("Empat", "visible", "<row r='7'><c><v>4</v></c></row>")
                .write(file);

        try (RawRows rows = ReadRoom.open(file)) {
            assertEquals(
                    List.of(
                            new Sheet(0, "Satu", true, DateSystem.FROM_1904),
                            new Sheet(1, "Dua", false, DateSystem.FROM_1904),
                            new Sheet(2, "Tiga", false, DateSystem.FROM_1904),
                            new Sheet(3, "Empat", true, DateSystem.FROM_1904)),
                    rows.sheets());
            assertEquals("sheet 0 row 1", rows.next().toString());
            assertEquals("sheet 3 row 7", rows.next().toString());
            assertEquals(false, rows.hasNext());
        }
    }

    @Test
    void passesOverASheetThatStandsInTheListOnly() throws IOException {
        new XlsxOf()
                .sheet("<row r='1'><c><v>1</v></c></row>")
                .sheetWithoutPart("Module1")
                .write(file);

        try (RawRows rows = ReadRoom.open(file)) {
            assertEquals(2, rows.sheets().size());
            assertEquals("sheet 0 row 1", rows.next().toString());
            assertEquals(false, rows.hasNext());
        }
    }

    @Test
    void readsEveryWayOfHoldingText() throws IOException {
        new XlsxOf()
                .strings("<si><t>biasa</t></si><si><r><t>dua </t></r><r><rPr><b/></rPr><t>potong</t></r></si>"
                        + "<si><t>漢</t><rPh sb='0' eb='1'><t>kan</t></rPh></si><si><t>a_x000D_b_x005F_x000D_</t></si><si/>"
                        + "<si><t xml:space='preserve'> tepi </t></si>")
                .sheet("<row r='1'><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c><c t='s'><v>3</v></c>"
                        + "<c t='s'><v>4</v></c><c t='s'><v>5</v></c>"
                        + "<c t='inlineStr'><is><r><t>di </t></r><r><t>sini</t></r></is></c>"
                        + "<c t='str'><f>A1&amp;B1</f><v>rumus</v></c><c t='e'><f>1/0</f><v>#N/A</v></c>"
                        + "<c t='b'><v>0</v></c><c><f>1+1</f><v>2</v></c><c t='str'><v><![CDATA[<c>]]></v></c></row>")
                .write(file);

        assertEquals(
                List.of("[1, biasa, dua potong, 漢, a\rb_x000D_, ,  tepi , di sini, rumus, #N/A, FALSE, 2, <c>]"),
                read());
    }

    @Test
    void keepsEveryTextOfAListThatDoesNotFitInMemory() throws IOException {
        int count = 300_000;
        StringBuilder items = new StringBuilder();
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < count; i++) {
            items.append("<si><t>Nama yang agak panjang supaya penuh ")
                    .append(i)
                    .append("</t></si>");
            // now and then far back, so that what was put away is read again
            rows.append("<row><c t='s'><v>")
                    .append(i % 7 == 0 ? count - 1 - i : i)
                    .append("</v></c></row>");
        }
        new XlsxOf().strings(items.toString()).sheet(rows.toString()).write(file);

        try (RawRows read = ReadRoom.open(file)) {
            for (int i = 0; i < count; i++) {
                int index = i % 7 == 0 ? count - 1 - i : i;
                assertEquals(
                        "Nama yang agak panjang supaya penuh " + index,
                        read.next().cell(0).text());
            }
        }
        try (var left = Files.list(folder.resolve("work"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void numbersRowsAndCellsAsTheSheetDoes() throws IOException {
        new XlsxOf()
                .sheet("<row><c><v>1</v></c></row><row r='5'><c r='C5'><v>2</v></c><c><v>3</v></c></row><row/>"
                        + "<row><c r='A9'><v>4</v></c></row><row r='1048576'><c r='XFD1048576' s='0'/></row>")
                .write(file);

        assertEquals(List.of("[1, 1]", "[5, , , 2, 3]", "[6]", "[9, 4]", "[1048576]"), read());
    }

    @Test
    void letsAMillionBlankRowsPass() throws IOException {
        new XlsxOf()
                .styles("14")
                .sheet("<row r='1'><c r='A1'><v>1</v></c></row>"
                        + "<row spans='1:16384' s='1' customFormat='1'><c s='1'/><c s='1'/></row>".repeat(1_000_000))
                .write(file);

        try (RawRows rows = ReadRoom.open(file)) {
            long count = 0;
            while (rows.hasNext()) {
                count += rows.next().isBlank() ? 1 : 0;
            }
            assertEquals(1_000_000, count);
        }
    }

    @Test
    void findsPartsWhateverTheLettersOfTheirNames() throws IOException {
        new XlsxOf()
                .sheet("<row><c><v>1</v></c></row>")
                .part(
                        "XL/Worksheets/SHEET1.xml",
                        "<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>")
                .write(file, "xl/worksheets/sheet1.xml");

        assertEquals(List.of("[1, 2]"), read());
    }

    private List<String> read() {
        return ReadRoom.read(file, Limits.DEFAULT);
    }
}
