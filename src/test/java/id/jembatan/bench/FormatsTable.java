package id.jembatan.bench;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.disk.Durable;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * The table of docs/performance.md that shows whether a large list costs more a row than a small one: each format the whole
 * way, in both sizes, on both databases, under {@code -Xmx256m}. {@code make bench-formats}.
 */
public final class FormatsTable {

    private static final String HEAP = "256m";
    private static final int FLUSH_EVERY = 1_000;

    private FormatsTable() {}

    /** How the people's texts rest in the file. */
    private enum Form {
        CSV(OfficeStyle.EXPORT_TEXT, "list.csv"),
        XLSX_INLINE(OfficeStyle.TIDY_WORKBOOK, "list.xlsx"),
        XLSX_SHARED(OfficeStyle.TIDY_WORKBOOK, "shared.xlsx"),
        NDJSON(OfficeStyle.EXPORT_NDJSON, "list.ndjson");

        private final OfficeStyle office;
        private final String file;

        Form(OfficeStyle office, String file) {
            this.office = office;
            this.file = file;
        }

        Path write(Path folder, int people) throws IOException {
            Path list = folder.resolve(file);
            Path first = this == XLSX_SHARED ? folder.resolve("inline.xlsx") : list;
            InventedLists.write(
                    first, office, new RegencyCode("9203"), Calling.VULNERABLE, 1, people, Faults.usual(), 1);
            if (this == XLSX_SHARED) {
                share(first, list);
                Files.delete(first);
            }
            return list;
        }
    }

    public static void main(String[] arguments) throws Exception {
        int large = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        say("| list | database | rows | seconds | rows/s | peak MB | cost of a row |");
        say("|---|---|---:|---:|---:|---:|---:|");
        try {
            for (Form form : Form.values()) {
                printBare(folder, form, large);
                for (Database database : Database.values()) {
                    WholeWay small = run(folder, form, database, large / 10);
                    print(form, database, small, "");
                    WholeWay whole = run(folder, form, database, large);
                    print(form, database, whole, String.format(Locale.ROOT, "%.2f", small.rate() / whole.rate()));
                }
            }
        } finally {
            Durable.removeAll(folder);
        }
    }

    /** What the same file costs where nothing is done with it; and loading it, of the form that has a plain loader. */
    private static void printBare(Path folder, Form form, int people) throws Exception {
        Path list = form.write(folder, people);
        long start = System.nanoTime();
        long rows =
                switch (form) {
                    case CSV -> Bare.readCsv(list, ',', StandardCharsets.UTF_8);
                    case XLSX_INLINE, XLSX_SHARED -> Bare.readXlsx(list);
                    case NDJSON -> Bare.readNdjson(list);
                };
        print(form, "bare reading", rows, start);
        if (form == Form.CSV) {
            start = System.nanoTime();
            Bare.loadCsv(list, ',', StandardCharsets.UTF_8, folder.resolve("bare"));
            print(form, "bare loading, H2", rows, start);
            String url = Database.POSTGRESQL.newUrl();
            start = System.nanoTime();
            Bare.copyCsv(list, ',', StandardCharsets.UTF_8, url);
            print(form, "bare loading, PostgreSQL", rows, start);
        }
    }

    private static void print(Form form, String what, long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        say("| %s | %s | %,d | %.1f | %,.0f | | |", form, what, rows, seconds, rows / seconds);
    }

    private static WholeWay run(Path folder, Form form, Database database, int people)
            throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home-");
        try {
            Path list = form.write(folder, people);
            return WholeWay.go(list, home, HEAP, WholeWay.options(database));
        } finally {
            Durable.removeAll(home);
        }
    }

    /** The same workbook, all of its texts in the table of shared strings, as Excel writes them. */
    private static void share(Path inline, Path shared) throws IOException {
        try (ReadableWorkbook from = new ReadableWorkbook(inline.toFile());
                Stream<Row> rows = from.getFirstSheet().openStream();
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(shared));
                Workbook to = new Workbook(out, "Jembatan", "01.00")) {
            to.setCompressionLevel(1);
            Worksheet sheet = to.newWorksheet("Lembar1");
            rows.forEach(row -> copy(row, sheet));
            sheet.close();
        }
    }

    private static void copy(Row row, Worksheet sheet) {
        int line = row.getRowNum() - 1;
        for (Cell cell : row) {
            if (cell != null && cell.getType() == CellType.NUMBER) {
                sheet.value(line, cell.getColumnIndex(), cell.asNumber());
                sheet.style(line, cell.getColumnIndex()).format("dd-mm-yyyy").set();
            } else if (cell != null) {
                sheet.value(line, cell.getColumnIndex(), cell.getText());
            }
        }
        try {
            if (line % FLUSH_EVERY == 0) {
                sheet.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(Form form, Database database, WholeWay way, String cost) {
        say(
                "| %s | %s | %,d | %.1f | %,.0f | %d | %s |",
                form, database, way.rows(), way.seconds(), way.rate(), way.peakKilobytes() >> 10, cost);
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
