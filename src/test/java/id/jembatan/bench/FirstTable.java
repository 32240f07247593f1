package id.jembatan.bench;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The first table of docs/performance.md: one list of many rows goes the whole way from drop to reply in a process of its
 * own with a small heap, beside bare parsing and bare loading of the same file, in one run. {@code make bench}.
 */
public final class FirstTable {

    private static final int ROWS_AT_A_TIME = 4_000;

    private FirstTable() {}

    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        String heap = arguments.length > 1 ? arguments[1] : "256m";
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        Path list = folder.resolve("list.csv");
        InventedLists.write(
                list,
                OfficeStyle.SEMICOLON_TEXT,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                1,
                people,
                Faults.usual(),
                1);

        say("%d people, %d MB", people, Files.size(list) >> 20);
        long start = System.nanoTime();
        long rows = parse(list);
        report("bare parsing (commons-csv)", rows, start);
        start = System.nanoTime();
        load(list, folder.resolve("bare"));
        report("bare loading (H2, parsed, batched, no key)", rows, start);
        Path home = folder.resolve("home");
        WholeWay way = WholeWay.go(list, home, heap, List.of());
        say("%-45s %8.1f s %,10.0f rows/s", "whole way, drop to reply (-Xmx" + heap + ")", way.seconds(), way.rate());
        say("peak resident memory %d MB; register %d MB", way.peakKilobytes() >> 10, size(home.resolve("db")) >> 20);
    }

    private static long parse(Path list) throws IOException {
        long rows = 0;
        try (CSVParser parser = open(Files.newBufferedReader(list, java.nio.charset.StandardCharsets.ISO_8859_1))) {
            for (CSVRecord record : parser) {
                rows += record.size() > 1 ? 1 : 0;
            }
        }
        return rows;
    }

    private static CSVParser open(Reader reader) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setTrailingData(true)
                .get()
                .parse(reader);
    }

    private static void load(Path list, Path database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database + ";WRITE_DELAY=0");
                CSVParser parser = open(Files.newBufferedReader(list, java.nio.charset.StandardCharsets.ISO_8859_1))) {
            connection.setAutoCommit(false);
            PreparedStatement insert = null;
            int waiting = 0;
            for (CSVRecord record : parser) {
                if (insert == null) {
                    insert = createTable(connection, record.size());
                }
                for (int i = 0; i < insert.getParameterMetaData().getParameterCount(); i++) {
                    insert.setString(i + 1, i < record.size() ? record.get(i) : null);
                }
                insert.addBatch();
                if (++waiting == ROWS_AT_A_TIME) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            if (insert != null) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private static PreparedStatement createTable(Connection connection, int columns) throws SQLException {
        int wide = Math.max(columns, 14);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < wide; i++) {
            names.add("c" + i);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bare (" + String.join(" varchar, ", names) + " varchar)");
        }
        return connection.prepareStatement("insert into bare values ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")");
    }

    private static long size(Path folder) throws IOException {
        try (java.util.stream.Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void report(String what, long rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        say("%-45s %8.1f s %,10.0f rows/s", what, seconds, rows / seconds);
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
