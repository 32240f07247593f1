package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.RegisterDump;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Homes on one PostgreSQL each, in which several services work, and what is to be seen of them from outside. */
final class SharedHomes {

    static final int LONG_LIST = 15_000;

    private static final String DAY = "2025-06-02";
    private static final String FOLDER = "9203-fakfak/pekerja-rentan-2025";
    private static final int LEASE_S = 3;

    /** So long has a machine that others use too. */
    private static final long PATIENCE_MIN = 5;

    private final Path folder;

    SharedHomes(Path folder) {
        this.folder = folder;
    }

    Path home(String name) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("drop").resolve(FOLDER));
        return home;
    }

    Path list(String name, long firstPerson, long people) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            InventedLists.write(
                    file,
                    OfficeStyle.SEMICOLON_TEXT,
                    new RegencyCode("9203"),
                    Calling.VULNERABLE,
                    firstPerson,
                    people,
                    Faults.usual(),
                    7);
        }
        return file;
    }

    static void put(Path home, Path list, String name, int second) throws IOException {
        Path unfinished = home.resolve("." + name);
        Files.copy(list, unfinished);
        Files.setLastModifiedTime(
                unfinished, FileTime.from(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(second)));
        Files.move(unfinished, home.resolve("drop").resolve(FOLDER).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    static RunningService start(Path home, String url, String node, String cron) throws Exception {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "jembatan.db.url",
                url,
                "jembatan.db.user",
                Database.USER,
                "jembatan.db.password",
                Database.PASSWORD,
                "jembatan.node",
                node,
                "jembatan.node.lease",
                Integer.toString(LEASE_S)));
        settings.put("jembatan.enrol.cron", cron);
        return RunningService.on(DAY, home, settings);
    }

    /** Every node begins the night at the same moment, and again and again. */
    static void night(Path home, String url, int nodes) throws Exception {
        List<RunningService> running = new ArrayList<>();
        try {
            for (int node = 1; node <= nodes; node++) {
                running.add(start(home, url, "night" + node, "0/2 * * * * ?"));
            }
            await(
                    () -> ask(url, "select count(*) from night")
                                    == ask(url, "select count(distinct regency) from night")
                            && ask(url, "select count(*) from night where regency = '9203'") == 1
                            && ask(url, "select count(*) from batch where state = 'SENT'") > 0,
                    running.get(0));
            running.get(0).process().waitFor(5, TimeUnit.SECONDS); // some nights more
        } finally {
            running.forEach(RunningService::close);
        }
    }

    static void signal(String name, RunningService to) throws Exception {
        long pid = to.process().pid();
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .inheritIO()
                        .start()
                        .waitFor());
    }

    static void await(Callable<Boolean> what, RunningService alive) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MIN);
        while (!what.call()) {
            assertTrue(alive.process().isAlive() && System.nanoTime() < end, alive.said());
            alive.process().waitFor(10, TimeUnit.MILLISECONDS);
        }
    }

    static long countAnswered(String url) throws SQLException {
        return ask(url, "select count(*) from drop_log where step = 'REPLIED'");
    }

    static boolean isInHand(String url, long receipt, String node) throws SQLException {
        return ask(
                        url,
                        "select count(*) from drop_log where receipt = " + receipt + " and node = '" + node
                                + "' and step in ('RECEIVED', 'READ')")
                == 1;
    }

    static long ask(String url, String sql) throws SQLException {
        try (Connection register = connect(url);
                Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            if ("42P01".equals(e.getSQLState())) {
                return 0; // it has no tables yet
            }
            throw e;
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    static Map<String, String> register(String url) throws SQLException {
        try (Connection register = connect(url)) {
            Map<String, String> tables = new TreeMap<>(RegisterDump.of(register));
            tables.remove("journal_mark"); // which record is the last one
            return tables;
        }
    }

    static Map<String, String> published(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "archive", "parked", "drop")) {
            try (Stream<Path> all = Files.walk(home.resolve(part))) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }

    /** What was done, each thing as often as it was: who did it first, and so their numbers, may differ. */
    static List<String> journal(Path home) throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> months = Files.list(home.resolve("journal"))) {
            for (Path month : months.filter(
                            each -> each.getFileName().toString().matches("[0-9-]+\\.ndjson"))
                    .toList()) {
                records.addAll(Files.readAllLines(month));
            }
        }
        records.replaceAll(record -> record.replaceFirst("\"seq\":[0-9]+,", ""));
        records.sort(String::compareTo);
        return records;
    }

    static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, value) -> assertEquals("", difference(value, found.getOrDefault(name, "")), name));
    }

    /** The lines that only one of them has, as far as somebody would read them. */
    private static String difference(String expected, String found) {
        if (expected.equals(found)) {
            return "";
        }
        Set<String> missing = new TreeSet<>(List.of(expected.split("\n")));
        Set<String> more = new TreeSet<>(List.of(found.split("\n")));
        missing.removeAll(List.of(found.split("\n")));
        more.removeAll(List.of(expected.split("\n")));
        String all = missing.size() + " missing " + missing + "\n" + more.size() + " more " + more;
        return all.substring(0, Math.min(all.length(), 4_000));
    }
}
