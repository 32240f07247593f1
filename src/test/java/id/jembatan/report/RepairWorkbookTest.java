package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropId;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RepairRow;
import id.jembatan.domain.RepairStanding;
import id.jembatan.domain.Table;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class RepairWorkbookTest {

    private static final Finding LENGTH = Finding.of(FindingCode.NIK_LENGTH, "15");
    private static final Finding ROUNDED = Finding.of(FindingCode.NIK_ROUNDED);
    private static final Finding VILLAGE = Finding.of(FindingCode.NIK_AS_NUMBER);
    private static final String LENGTH_NOTE = "NIK tidak 16 angka, tetapi 15. Salin NIK dari KTP atau kartu keluarga.";

    @TempDir
    Path folder;

    @Test
    void givesBackTheOfficesColumnsInOrderAndThenItsOwn() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "No.", "NIK", "NAMA", "TGL LAHIR");

        repair(ReportSamples.row(
                table,
                12,
                Outcome.REJECTED,
                "",
                List.of(LENGTH),
                new Cell("1", Cell.Kind.NUMBER),
                Cell.text("920301120580900"),
                Cell.text("=SUM(A1) <b>"),
                new Cell("1980-05-12", Cell.Kind.DATE)));

        assertEquals(
                List.of(
                        List.of("No.", "NIK", "NAMA", "TGL LAHIR", "CATATAN JEMBATAN", "JEMBATAN_REF"),
                        List.of("1", "920301120580900", "=SUM(A1) <b>", "12-05-1980", LENGTH_NOTE, "7-12")),
                read(0));
    }

    /** A bare number of days that an office did not mend is the same day when it comes back. */
    @Test
    void countsDaysFromWhereTheOfficesWorkbookDoes() throws IOException {
        for (DateSystem dates : DateSystem.values()) {
            Table like = ReportSamples.table(0, "Daftar", "NIK", "TGL LAHIR");
            Table table =
                    new Table(new id.jembatan.domain.Sheet(0, "Daftar", true, dates), like.headerRow(), like.columns());

            repair(ReportSamples.row(
                    table,
                    2,
                    Outcome.REJECTED,
                    "",
                    List.of(LENGTH),
                    Cell.text("920301120580900"),
                    new Cell("27891", Cell.Kind.NUMBER)));

            try (ZipFile zip =
                    new ZipFile(folder.resolve(RepairWorkbook.REPAIR_FILE).toFile())) {
                String workbook = new String(
                        zip.getInputStream(zip.getEntry("xl/workbook.xml")).readAllBytes(), StandardCharsets.UTF_8);
                assertEquals(
                        dates == DateSystem.FROM_1904,
                        workbook.contains("<workbookPr date1904=\"1\"/><bookViews>"),
                        workbook);
            }
        }
    }

    /** As a text, three decimals would be thousands. */
    @Test
    void givesAWageOfThreeDecimalsAFourth() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "UPAH");

        for (Cell wage : List.of(
                new Cell("2083333.333", Cell.Kind.NUMBER),
                new Cell("2083333.33", Cell.Kind.NUMBER),
                Cell.text("2083333.333"))) {
            repair(ReportSamples.row(
                    table, 2, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("920301120580900"), wage));

            boolean ambiguous = wage.kind() == Cell.Kind.NUMBER && wage.text().endsWith(".333");
            assertEquals(wage.text() + (ambiguous ? "0" : ""), read(0).get(1).get(1));
        }
    }

    /** Of two columns for a field the one is coloured that was read: not the one that says that there is nothing. */
    @Test
    void coloursTheCellThatWasRead() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "TGL LAHIR", "TGL LAHIR");

        for (String nothing : List.of("-", " tidak\u00A0 ADA ", "\u200B")) {
            repair(ReportSamples.row(
                    table,
                    2,
                    Outcome.REJECTED,
                    "",
                    List.of(LENGTH, Finding.of(FindingCode.BIRTH_DATE_UNREADABLE)),
                    Cell.text("920301120580900"),
                    Cell.text(nothing),
                    Cell.text("abc")));

            String sheet = part("xl/worksheets/sheet1.xml");
            assertFalse(sheet.contains("<c r=\"B2\" s=\"5\""), nothing);
            assertTrue(sheet.contains("<c r=\"C2\" s=\"5\""), nothing);
        }
    }

    @Test
    void writesTextCellsOnlyAndColoursTheFaultyOnes() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA", "TTL");

        repair(ReportSamples.row(
                table,
                2,
                Outcome.REJECTED,
                "",
                List.of(VILLAGE, LENGTH, Finding.of(FindingCode.BIRTH_DATE_UNREADABLE)),
                new Cell("920301120580900", Cell.Kind.NUMBER),
                Cell.text("+62 ADI"),
                Cell.EMPTY));

        String sheet = part("xl/worksheets/sheet1.xml");
        assertTrue(
                sheet.contains("<c r=\"A2\" s=\"5\" t=\"inlineStr\"><is><t xml:space=\"preserve\">920301120580900<"));
        assertTrue(sheet.contains("<c r=\"B2\" s=\"4\" t=\"inlineStr\"><is><t xml:space=\"preserve\">+62 ADI<"));
        assertTrue(sheet.contains("<c r=\"C2\" s=\"5\"/>"));
        assertTrue(sheet.contains("<autoFilter ref=\"A1:D2\"/>"));
        assertTrue(sheet.contains("<col min=\"5\" max=\"5\" width=\"16\" style=\"3\" hidden=\"1\""));
        assertTrue(sheet.contains("state=\"frozen\""));
        assertFalse(sheet.contains("<f>"));
        assertEquals(10, part("xl/styles.xml").split("numFmtId=\"49\"", -1).length - 1);
    }

    @Test
    void saysAtTheFaultyCellWhatIsWrongWithIt() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA", "TTL");

        repair(
                ReportSamples.row(
                        table, 2, Outcome.REJECTED, "", List.of(VILLAGE, LENGTH), Cell.text("920301120580900")),
                ReportSamples.row(table, 5, Outcome.REVIEW, "", List.of(), Cell.text("9203011205809001")));

        Map<String, String> notes = notes();
        assertEquals(Set.of("A2", "A3", "D1"), notes.keySet());
        assertTrue(notes.getOrDefault("A2", "").endsWith("\n" + LENGTH_NOTE));
        assertTrue(notes.getOrDefault("A3", "").startsWith("NIK ini dipakai orang yang berbeda"));
        assertTrue(notes.getOrDefault("D1", "").contains("20250403-0000000007. Dinilai dengan aturan versi 1."));
        NodeList rows = xml("xl/drawings/vmlDrawing1.vml").getElementsByTagNameNS("*", "Row");
        assertEquals(3, rows.getLength());
        assertTrue(
                xml("docProps/core.xml").getDocumentElement().getTextContent().endsWith("Jembatan1"));
        assertTrue(part("xl/workbook.xml").contains("Print_Titles\" localSheetId=\"0\">'Daftar'!$1:$1<"));
        assertTrue(part("xl/workbook.xml").contains("hidden=\"1\">'Daftar'!$A$1:$D$3<"));
    }

    /** The notes of the first sheet by their cells. */
    private Map<String, String> notes() throws IOException {
        NodeList comments = xml("xl/comments1.xml").getElementsByTagNameNS("*", "comment");
        Map<String, String> notes = new HashMap<>();
        for (int i = 0; i < comments.getLength(); i++) {
            Element comment = (Element) comments.item(i);
            notes.put(comment.getAttribute("ref"), comment.getTextContent());
        }
        return notes;
    }

    private Document xml(String part) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(part(part))));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(part + " is no XML", e);
        }
    }

    @Test
    void keepsNoMoreNotesThanASpreadsheetProgramOpensInTime() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");
        RepairRow row = ReportSamples.row(table, 2, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("1"));

        repair(Collections.nCopies(CellNotes.MOST + 5, row).toArray(RepairRow[]::new));

        String texts = part("xl/comments1.xml");
        assertEquals(CellNotes.MOST, texts.split("<comment ", -1).length - 1);
        assertEquals(LENGTH_NOTE, read(0).get(CellNotes.MOST + 3).get(2));
    }

    @Test
    void saysFirstThatARowOfARepairedListIsStillWrongOrNew() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");
        RepairRow row = ReportSamples.row(table, 2, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("1"));

        repair(standing(row, RepairStanding.STILL_WRONG), standing(row, RepairStanding.NEW));

        assertEquals(
                "MASIH SALAH: baris ini sudah dikirim kembali, tetapi belum benar.\n" + LENGTH_NOTE,
                read(0).get(1).get(2));
        assertTrue(read(0).get(2).get(2).startsWith("BARU: "));
    }

    private static RepairRow standing(RepairRow row, RepairStanding standing) {
        return new RepairRow(
                row.table(), row.row(), row.ref(), Optional.of(standing), row.outcome(), row.findings(), "");
    }

    @Test
    void marksTheLostDigitOfARoundedNikWithAQuestionMark() {
        assertEquals("920301120580900?", RoundedNik.withoutLastDigit("9203011205809000"));
        assertEquals("920301120580900?", RoundedNik.withoutLastDigit("9203011205809000.0"));
        assertEquals("920301120580900?", RoundedNik.withoutLastDigit("'9203.0112.0580.9000 "));
        assertEquals("92030112?", RoundedNik.withoutLastDigit("920301120"));
        assertEquals("", RoundedNik.withoutLastDigit(""));
    }

    @Test
    void doesNotRepeatItsOwnColumnsWhenARepairedListIsStillWrong() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA", "CATATAN JEMBATAN", "JEMBATAN_REF");

        repair(ReportSamples.row(
                table,
                2,
                Outcome.REJECTED,
                "",
                List.of(ROUNDED),
                Cell.text("9203011205809000"),
                Cell.text("ADI"),
                Cell.text("lama"),
                Cell.text("3-1")));

        assertEquals(List.of("NIK", "NAMA", "CATATAN JEMBATAN", "JEMBATAN_REF"), read(0).get(0));
        assertEquals("920301120580900?", read(0).get(1).get(0));
        assertEquals("7-2", read(0).get(1).get(3));
    }

    @Test
    void keepsWhatStoodBeyondTheLastColumnBeyondItsOwn() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");

        repair(ReportSamples.row(
                table,
                2,
                Outcome.REJECTED,
                "",
                List.of(Finding.of(FindingCode.ROW_SHIFTED)),
                Cell.EMPTY,
                Cell.text("9203011205809001"),
                Cell.text("ADI")));

        assertEquals(4, read(0).get(0).size());
        assertEquals("ADI", read(0).get(1).get(4));
        assertTrue(part("xl/worksheets/sheet1.xml").contains("<c r=\"E2\" s=\"5\""));
    }

    @Test
    void opensOneSheetForEachSourceSheetUnderItsName() throws IOException {
        Table first = ReportSamples.table(0, "Kampung A", "NIK", "NAMA");
        Table second = ReportSamples.table(2, "kampung a", "NAMA", "NIK");
        Table unnamed = ReportSamples.table(3, "", "NIK", "NAMA");

        repair(
                ReportSamples.row(first, 2, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("1"), Cell.text("A")),
                ReportSamples.row(second, 5, Outcome.REVIEW, "", List.of(), Cell.text("B"), Cell.text("2")),
                ReportSamples.row(unnamed, 9, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("3"), Cell.text("C")));

        try (ReadableWorkbook workbook = new ReadableWorkbook(file().toFile())) {
            assertEquals(
                    List.of("Kampung A", "kampung a (2)", "Perbaikan"),
                    workbook.getSheets().map(Sheet::getName).toList());
        }
        assertTrue(read(1).get(1).get(2).startsWith("NIK ini dipakai orang yang berbeda"));
    }

    @Test
    void saysInTheOtherWorkbookWhyEachRowDidNotComeIn() throws IOException {
        Table table = ReportSamples.table(0, "", "NIK", "NAMA");
        try (RepairWorkbook workbook = RepairWorkbook.forLeftOut(
                folder, new DropId("20250403-0000000007"), "1", ReportSamples.messages("id"))) {
            workbook.add(leftOut(table, 2, Outcome.DUPLICATE, "Lembar2!17"));
            workbook.add(leftOut(table, 3, Outcome.COVERED, "9203/non-asn-2025"));
            workbook.add(leftOut(table, 4, Outcome.COVERED, "case:12"));
            workbook.add(leftOut(table, 5, Outcome.WAITLISTED, ""));
            assertThrows(IllegalArgumentException.class, () -> workbook.add(leftOut(table, 6, Outcome.REJECTED, "")));
        }

        List<List<String>> rows = read(folder.resolve("tidak-masuk.xlsx"), 0);
        assertEquals(List.of("NIK", "NAMA", "ALASAN"), rows.get(0));
        assertEquals(
                "Orang ini sudah ada di baris Lembar2!17; baris itulah yang dihitung.",
                rows.get(1).get(2));
        assertTrue(rows.get(2).get(2).contains("program 9203/non-asn-2025"));
        assertTrue(rows.get(3).get(2).contains("perkara nomor 12"));
        assertTrue(rows.get(4).get(2).contains("daftar tunggu"));
    }

    private static RepairRow leftOut(Table table, int row, Outcome outcome, String ref) {
        return ReportSamples.row(table, row, outcome, ref, List.of(), Cell.text("9203011205809001"), Cell.text("ADI"));
    }

    @Test
    void makesNoFileWithoutARow() throws IOException {
        repair();

        assertFalse(Files.exists(file()));
    }

    @Test
    void hasTheSameBytesWheneverItIsWritten() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");
        RepairRow row =
                ReportSamples.row(table, 2, Outcome.REJECTED, "", List.of(LENGTH), Cell.text("1"), Cell.text("A"));

        repair(row);
        byte[] first = Files.readAllBytes(file());
        repair(row);

        assertArrayEquals(first, Files.readAllBytes(file()));
        try (ZipFile zip = new ZipFile(file().toFile())) {
            List<FileTime> times = new ArrayList<>();
            zip.stream().forEach(entry -> times.add(entry.getLastModifiedTime()));
            assertEquals(1, times.stream().distinct().count());
            assertTrue(times.get(0).toString().startsWith("1980-"));
        }
    }

    @Test
    void goesOnInANewSheetWhenOneIsFull() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");
        RepairRow row = ReportSamples.row(table, 2, Outcome.DUPLICATE, "1", List.of(), Cell.text("1"));
        try (RepairWorkbook workbook = RepairWorkbook.forLeftOut(
                folder, new DropId("20250403-0000000007"), "1", ReportSamples.messages("id"))) {
            for (int i = 0; i < TextWorkbook.MOST_ROWS; i++) {
                workbook.add(row);
            }
            assertEquals(TextWorkbook.MOST_ROWS, workbook.rows());
        }

        try (ZipFile zip = new ZipFile(folder.resolve("tidak-masuk.xlsx").toFile())) {
            String second = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
            assertTrue(second.contains("<autoFilter ref=\"A1:C2\"/>"));
        }
    }

    @Test
    void keepsBlanksAndLinesAndDropsWhatXmlCannotHold() throws IOException {
        Table table = ReportSamples.table(0, "Daftar", "NIK", "NAMA");

        repair(ReportSamples.row(
                table,
                2,
                Outcome.REJECTED,
                "",
                List.of(LENGTH),
                Cell.text("  1\n2  "),
                Cell.text("A\u0000\u0007\uD800B\u00e9" + "x".repeat(40_000))));

        assertEquals("  1\n2  ", read(0).get(1).get(0));
        assertTrue(read(0).get(1).get(1).startsWith("AB\u00e9xxx"));
        assertTrue(read(0).get(1).get(1).length() <= CellText.MOST_CHARACTERS);
    }

    private void repair(RepairRow... rows) throws IOException {
        try (RepairWorkbook workbook = RepairWorkbook.forRepair(
                folder, new DropId("20250403-0000000007"), "1", ReportSamples.messages("id"))) {
            assertEquals(rows.length, workbook.addAll(List.of(rows).iterator()));
        }
    }

    private Path file() {
        return folder.resolve("perbaikan.xlsx");
    }

    private String part(String name) throws IOException {
        try (ZipFile zip = new ZipFile(file().toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<List<String>> read(int sheet) throws IOException {
        return read(file(), sheet);
    }

    private static List<List<String>> read(Path file, int sheet) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : workbook.getSheet(sheet).orElseThrow().read()) {
                List<String> texts = new ArrayList<>();
                row.forEach(cell -> {
                    assertTrue(cell == null || cell.getType() == CellType.STRING || cell.getType() == CellType.EMPTY);
                    texts.add(cell == null ? "" : cell.getText());
                });
                rows.add(texts);
            }
            return rows;
        }
    }
}
