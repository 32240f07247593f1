package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OldWorkbooksAreReadTest {

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("daftar.csv");
    }

    @Test
    void readsEveryKindOfCell() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet("Pekerja");
            HSSFRow row = sheet.createRow(4);
            row.setZeroHeight(true);
            row.createCell(0).setCellValue("9203011205809001");
            row.createCell(1).setCellValue((double) 9203011205809001L);
            row.createCell(2).setCellValue(0.1 + 0.2);
            row.createCell(3).setCellValue(1250000.5);
            row.createCell(4).setCellValue(true);
            row.createCell(5).setCellErrorValue(FormulaError.NA);
            row.createCell(6).setCellValue(new HSSFRichTextString("漢字 Ani é"));
            row.createCell(7).setCellFormula("A1&\"x\"");
            row.getCell(7).setCellValue("rumus");
            row.createCell(8).setCellFormula("1+1");
            row.getCell(8).setCellValue(2);
            row.createCell(9).setCellFormula("1=1");
            row.getCell(9).setCellValue(true);
            row.createCell(11).setCellValue(-7);
            row.createCell(12).setCellValue(1e-7);
            sheet.createRow(6).createCell(2);
            sheet.createRow(9).createCell(255).setCellValue("x");
            write(workbook);
        }

        assertEquals(
                List.of(
                        "[5, 9203011205809001, 9203011205809000, 0.30000000000000004, 1250000.5, TRUE, #N/A, 漢字 Ani é,"
                                + " rumus, 2, TRUE, , -7, 0.0000001]",
                        "[7]",
                        "[10" + ", ".repeat(256) + "x]"),
                read());
    }

    @Test
    void readsAWorkbookThatCountsMoreTextsThanItHolds() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFRow row = workbook.createSheet("Pekerja").createRow(0);
            row.createCell(0).setCellValue("satu");
            row.createCell(1).setCellValue("dua");
            write(workbook);
        }
        byte[] bytes = Files.readAllBytes(file);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int count = latin.indexOf("\u0002\0\0\0\u0002\0\0\0\u0004\0\0satu");
        bytes[count + 4] = 5;
        Files.write(file, bytes);

        assertEquals(List.of("[1, satu, dua]"), read());
    }

    @Test
    void readsDatesByTheirFormatInBothSystems() throws IOException {
        for (boolean from1904 : new boolean[] {false, true}) {
            try (HSSFWorkbook workbook = new HSSFWorkbook()) {
                workbook.getInternalWorkbook().getRecords().forEach(record -> setSystem(record, from1904));
                HSSFRow row = workbook.createSheet().createRow(0);
                double serial = from1904 ? 27_891 : 29_353;
                date(workbook, row, 0, serial, "dd/mm/yyyy");
                date(workbook, row, 1, serial + 0.5, "d mmm yyyy hh:mm");
                date(workbook, row, 2, serial, "m/d/yy");
                date(workbook, row, 3, serial, "#,##0");
                write(workbook);
            }

            try (RawRows rows = ReadRoom.open(file)) {
                assertEquals(
                        from1904 ? DateSystem.FROM_1904 : DateSystem.FROM_1900,
                        rows.sheets().get(0).dates());
                assertEquals(
                        List.of(
                                new Cell("1980-05-12", Cell.Kind.DATE),
                                new Cell("1980-05-12T12:00:00", Cell.Kind.DATE),
                                new Cell("1980-05-12", Cell.Kind.DATE),
                                new Cell(from1904 ? "27891" : "29353", Cell.Kind.NUMBER)),
                        rows.next().cells());
            }
        }
    }

    @Test
    void listsHiddenSheetsAndReadsTheVisibleOnes() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            for (String name : List.of("Satu", "Dua", "Tiga", "Empat")) {
                HSSFSheet sheet = workbook.createSheet(name);
                sheet.createRow(1).createCell(0).setCellValue(name);
                sheet.createRow(2).createCell(1).setCellValue("gabung");
                sheet.addMergedRegion(new CellRangeAddress(2, 2, 1, 3));
            }
            workbook.setSheetVisibility(1, SheetVisibility.HIDDEN);
            workbook.setSheetVisibility(2, SheetVisibility.VERY_HIDDEN);
            write(workbook);
        }

        try (RawRows rows = ReadRoom.open(file)) {
            assertEquals(
                    List.of(
                            new Sheet(0, "Satu", true, DateSystem.FROM_1900),
                            new Sheet(1, "Dua", false, DateSystem.FROM_1900),
                            new Sheet(2, "Tiga", false, DateSystem.FROM_1900),
                            new Sheet(3, "Empat", true, DateSystem.FROM_1900)),
                    rows.sheets());
        }
        assertEquals(List.of("[2, Satu]", "[3, , gabung]", "[2, Empat]", "[3, , gabung]"), read());
    }

    @Test
    void keepsEveryTextOfAListAsLongAsASheetCanBe() throws IOException {
        int count = 65_536;
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
            for (int i = 0; i < count; i++) {
                HSSFRow row = sheet.createRow(i);
                row.createCell(0).setCellValue("Nama yang agak panjang supaya penuh " + i);
                row.createCell(1).setCellValue(i);
                row.createCell(2).setCellValue(i + 0.25);
            }
            write(workbook);
        }

        List<String> read = read();

        assertEquals(count, read.size());
        for (int i = 0; i < count; i++) {
            assertEquals(
                    "[" + (i + 1) + ", Nama yang agak panjang supaya penuh " + i + ", " + i + ", " + i + ".25]",
                    read.get(i));
        }
    }

    @Test
    void refusesAWorkbookBehindAPassword() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("rahasia");
        try (HSSFWorkbook workbook = small()) {
            write(workbook);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        assertEquals(List.of("FILE_ENCRYPTED: ENCRYPTED_WORKBOOK"), read());
    }

    @Test
    void refusesAWorkbookCutAnywhere() throws IOException {
        try (HSSFWorkbook workbook = small()) {
            write(workbook);
        }
        byte[] bytes = Files.readAllBytes(file);

        for (int length = 8; length < bytes.length - 512; length += 97) {
            Files.write(file, Arrays.copyOf(bytes, length));
            List<String> read = read();
            assertTrue(read.get(read.size() - 1).startsWith("FILE_BROKEN"), "cut to " + length + ": " + read);
        }
    }

    @Test
    void takesEveryDamageForTheFilesFault() throws IOException {
        try (HSSFWorkbook workbook = small()) {
            write(workbook);
        }
        byte[] bytes = Files.readAllBytes(file);

        for (int at = 8; at < bytes.length; at += 41) {
            for (byte damage : new byte[] {0, (byte) 0xFF}) {
                byte[] damaged = bytes.clone();
                damaged[at] = damage;
                Files.write(file, damaged);
                for (String line : read()) {
                    assertTrue(line.startsWith("[") || line.startsWith("FILE_"), line);
                }
            }
        }
    }

    @Test
    void refusesWhatIsPastALimit() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFRow row = workbook.createSheet().createRow(0);
            row.createCell(0).setCellValue("NIK");
            row.createCell(20).setCellValue("x");
            write(workbook);
        }
        assertEquals(List.of("FILE_TOO_LARGE: columns, 20"), ReadRoom.read(file, ReadRoom.SMALL));

        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("x".repeat(1_001));
            write(workbook);
        }
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), ReadRoom.read(file, ReadRoom.SMALL));
    }

    @Test
    void saysOfAWorkbookBeforeExcel97ThatItIsOne() throws IOException {
        byte[] excel5 = {0x09, 0x08, 0x08, 0x00, 0x00, 0x05, 0x05, 0x00, 0, 0, 0, 0, 0x0A, 0, 0, 0};
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            container.createDocument(new ByteArrayInputStream(excel5), "Book");
            container.writeFilesystem(out);
        }
        assertEquals(List.of("FILE_FORMAT: XLS_OLD"), read());

        Files.write(file, new byte[] {0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0, 0, 0, 0x0A, 0, 0, 0});
        assertEquals(List.of("FILE_FORMAT: XLS_OLD"), read());
    }

    @Test
    void refusesRowsThatDoNotAscend() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            HSSFSheet sheet = workbook.createSheet();
            sheet.createRow(0).createCell(0);
            sheet.createRow(1).createCell(0).setCellValue(true);
            write(workbook);
        }
        byte[] bytes = Files.readAllBytes(file);
        // the blank cell of row 1 becomes one of row 3
        int blank = indexOf(bytes, new byte[] {1, 2, 6, 0, 0, 0, 0, 0});
        bytes[blank + 4] = 2;
        Files.write(file, bytes);

        assertEquals(List.of("[3]", "FILE_BROKEN: xls"), read());
    }

    @Test
    void refusesARecordThatHoldsLessThanItSays() throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue(1.5);
            write(workbook);
        }
        byte[] bytes = Files.readAllBytes(file);
        // the one number becomes a list of numbers in columns 0 to 5, with room for one
        int number = indexOf(bytes, new byte[] {3, 2, 14, 0, 0, 0, 0, 0});
        bytes[number] = (byte) 0xBD;
        bytes[number + 1] = 0;
        bytes[number + 14] = 5;
        Files.write(file, bytes);

        assertEquals(List.of("FILE_BROKEN: xls"), read());
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; ; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
    }

    private static HSSFWorkbook small() {
        HSSFWorkbook workbook = new HSSFWorkbook();
        HSSFSheet sheet = workbook.createSheet("Pekerja");
        for (int i = 0; i < 100; i++) {
            HSSFRow row = sheet.createRow(i);
            row.createCell(0).setCellValue("9203011205809" + (100 + i));
            row.createCell(1).setCellValue(i);
            row.createCell(2).setCellValue(LocalDateTime.of(1980, 5, 12, 0, 0));
            row.createCell(3).setCellFormula("A1&\"x\"");
            row.getCell(3).setCellValue("x");
        }
        return workbook;
    }

    private static void setSystem(Record record, boolean from1904) {
        if (record instanceof DateWindow1904Record system) {
            system.setWindowing((short) (from1904 ? 1 : 0));
        }
    }

    private static void date(HSSFWorkbook workbook, HSSFRow row, int column, double serial, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        row.createCell(column).setCellValue(serial);
        row.getCell(column).setCellStyle(style);
    }

    private void write(HSSFWorkbook workbook) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private List<String> read() {
        try {
            return ReadRoom.read(file, Limits.DEFAULT);
        } catch (DropRefused e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }
}
