package id.jembatan.bench;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.disk.Durable;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * The table of docs/performance.md of a night that sends many: staged people to finished files in a process of its own with a
 * small heap, on both databases, beside bare writing of the same rows with commons-csv. {@code make bench-sending}.
 */
public final class SendingTable {

    private static final String HEAP = "256m";
    private static final int ROWS_KEPT = 10_000;

    private SendingTable() {}

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        try {
            Path list = folder.resolve("list.csv");
            InventedLists.write(
                    list,
                    OfficeStyle.EXPORT_TEXT,
                    new RegencyCode("9203"),
                    Calling.VULNERABLE,
                    1,
                    people,
                    Faults.none(),
                    1);
            say("| | rows | seconds | rows/s | peak MB |");
            say("|---|---:|---:|---:|---:|");
            for (Database database : Database.values()) {
                send(folder, list, database);
            }
        } finally {
            Durable.removeAll(folder);
        }
        System.exit(0); // the test server's own threads would keep the process
    }

    private static void send(Path folder, Path list, Database database) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory(folder, "home-");
        List<String> options = new ArrayList<>(WholeWay.options(database));
        options.addAll(List.of("--config", placesForAll(home).toString()));
        WholeWay.go(list, home, HEAP, options);
        WholeWay.Run run = WholeWay.run(home, HEAP, options, "enrol");
        List<Path> sent = listFiles(home.resolve("outbound"));
        long start = System.nanoTime();
        long rows = writeBare(sent, home.resolve("bare.csv"));
        double bare = (System.nanoTime() - start) / 1e9;
        say(
                "| %s: staged people to files | %,d | %.1f | %,.0f | %d |",
                database, rows, run.seconds(), rows / run.seconds(), run.peakKilobytes() >> 10);
        say("| the same rows, bare commons-csv | %,d | %.1f | %,.0f | |", rows, bare, rows / bare);
        Durable.removeAll(home);
    }

    /** The product's configuration with a programme that pays for everybody. */
    private static Path placesForAll(Path home) throws IOException {
        Path from = Path.of("config");
        Path to = home.resolve("config");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path regency = to.resolve("regencies/9203-fakfak.yaml");
        String promised = Files.readString(regency);
        String more = promised.replace("quota: 10000\n", "quota: 100000000\n")
                .replace("budget: 2016000000\n", "budget: 20160000000000\n");
        if (more.length() != promised.length() + 8) {
            throw new IllegalStateException("quota and budget are not where they were");
        }
        Files.writeString(regency, more);
        return to;
    }

    private static List<Path> listFiles(Path outbound) throws IOException {
        try (Stream<Path> files = Files.walk(outbound)) {
            return files.filter(file -> file.getFileName().toString().matches(".*-[0-9]{3}\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    /** As many rows as were sent, of which the first are held and written over and over: no reading is counted. */
    private static long writeBare(List<Path> sent, Path file) throws IOException {
        List<CSVRecord> held = new ArrayList<>(ROWS_KEPT);
        try (CSVParser parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(sent.get(0), StandardCharsets.UTF_8))) {
            for (CSVRecord line : parser) {
                if (held.size() < ROWS_KEPT) {
                    held.add(line);
                }
            }
        }
        long rows = 0;
        for (Path one : sent) {
            try (Stream<String> lines = Files.lines(one)) {
                rows += lines.count() - 1;
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(file);
                CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (long i = 0; i < rows; i++) {
                printer.printRecord(held.get((int) (i % held.size())));
            }
        }
        return rows;
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
