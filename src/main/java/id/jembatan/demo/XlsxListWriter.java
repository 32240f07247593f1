package id.jembatan.demo;

import id.jembatan.disk.TimelessZip;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks with the habits of their office. Header and titles are shared strings, people's rows inline ones. */
final class XlsxListWriter implements ListWriter {

    /** A little under what a sheet can hold, for titles and trailer. */
    private static final int MOST_ON_A_SHEET = 1_048_000;

    private static final int FLUSH_EVERY = 1_000;

    private static final String PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    private static final String WITH_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";

    private final boolean macros;

    /**
     * Writes workbooks.
     *
     * @param macros whether they say that they may hold macros, as XLSM does
     */
    XlsxListWriter(boolean macros) {
        this.macros = macros;
    }

    @Override
    public void write(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        Path timed = file.resolveSibling(file.getFileName() + "ial");
        try {
            writeWorkbook(timed, style, rows);
            if (macros) {
                sayMacros(timed);
            }
            TimelessZip.copy(timed, file);
        } finally {
            Files.deleteIfExists(timed);
        }
    }

    private static void writeWorkbook(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook book = new Workbook(out, "Jembatan", "01.00")) {
            book.setCompressionLevel(1);
            if (style.hiddenSheet()) {
                writeSide(
                        book, "Sampul", VisibilityState.VISIBLE, List.of("DAFTAR PESERTA", "Lembar ini hanya sampul"));
                writeSide(book, "Referensi", VisibilityState.HIDDEN, List.of("Petani", "Nelayan", "Ojek"));
            }
            int most = style.rowsPerSheet() > 0 ? style.rowsPerSheet() : MOST_ON_A_SHEET;
            int number = 1;
            do {
                writeSheet(book.newWorksheet("Lembar" + number), style, rows, most);
                number++;
            } while (rows.hasNext());
        }
    }

    private static void sayMacros(Path workbook) throws IOException {
        try (FileSystem parts = FileSystems.newFileSystem(workbook)) {
            Path types = parts.getPath("[Content_Types].xml");
            Files.writeString(types, Files.readString(types).replace(PLAIN, WITH_MACROS));
        }
    }

    private static void writeSide(Workbook book, String name, VisibilityState visibility, List<String> lines)
            throws IOException {
        try (Worksheet sheet = book.newWorksheet(name)) {
            sheet.setVisibilityState(visibility);
            for (int i = 0; i < lines.size(); i++) {
                sheet.value(i, 0, lines.get(i));
            }
        }
    }

    private static void writeSheet(Worksheet sheet, ListStyle style, Iterator<ListRow> rows, int most)
            throws IOException {
        int line = 0;
        for (String title : style.preamble()) {
            writeTexts(sheet, line++, List.of(title));
        }
        writeTexts(sheet, line++, TableText.header(style));
        if (style.numbered()) {
            writeTexts(sheet, line++, TableText.numbering(style));
        }
        int people = 0;
        while (rows.hasNext() && people < most) {
            writeRow(sheet, line++, rows.next());
            people++;
            if (people % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        }
        if (style.trailer()) {
            for (List<String> texts : TableText.trailer(style, people)) {
                writeTexts(sheet, line++, texts);
            }
        }
        sheet.close();
    }

    private static void writeTexts(Worksheet sheet, int line, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            if (!texts.get(column).isEmpty()) {
                sheet.value(line, column, texts.get(column));
            }
        }
    }

    private static void writeRow(Worksheet sheet, int line, ListRow row) {
        for (int column = 0; column < row.cells().size(); column++) {
            int at = column;
            row.cells()
                    .get(column)
                    .hand(
                            text -> sheet.inlineString(line, at, text),
                            number -> sheet.value(line, at, number),
                            day -> writeDay(sheet, line, at, day));
        }
    }

    private static void writeDay(Worksheet sheet, int line, int column, LocalDate day) {
        sheet.value(line, column, day);
        sheet.style(line, column).format("dd-mm-yyyy").set();
    }
}
