package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ZipWriting;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
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
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real process is killed (SIGKILL) when the journal has come to a certain record, which is spread over the receipt,
 * the reading, the settlement and the reply of several drops, and over freezing and publishing batches. Started again, it
 * goes on by itself and ends as if nothing had happened: same replies, batches, archive and register, byte for byte.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAnywhereTest {

    private static final String TODAY = "jembatan.today=2025-06-02";

    @TempDir
    static Path folder;

    private final Map<String, String> undisturbed = new TreeMap<>();

    @BeforeAll
    void runsUndisturbed() throws Exception {
        Path home = prepare("undisturbed");
        command(home, "ingest");
        command(home, "enrol");
        undisturbed.putAll(snapshot(home));
        assertTrue(undisturbed.keySet().stream().anyMatch(name -> name.startsWith("outbound/")), "batches are there");
    }

    /** Records of the journal: each of the seven drops has two or three, one for every 4,000 rows and more. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void killedWhileDropsAreTaken(int record) throws Exception {
        Path home = prepare("ingest-" + record);

        killAt(home, "ingest", record);
        command(home, "ingest");
        command(home, "enrol");

        assertEquals(lines(undisturbed), lines(snapshot(home)));
    }

    /** Files of the archive: two lists, the ZIP, its three entries, none of which has a receipt before all are there. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void killedWhileAZipIsUnpacked(int archived) throws Exception {
        Path home = prepare("unpacking-" + archived);

        killOnce(home, "ingest", () -> countArchived(home) >= archived);
        command(home, "ingest");
        command(home, "enrol");

        assertEquals(lines(undisturbed), lines(snapshot(home)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void killedWhileBatchesGoOut(int record) throws Exception {
        Path home = prepare("enrol-" + record);
        command(home, "ingest");

        killAt(home, "enrol", countRecords(home) + record);
        command(home, "enrol");

        assertEquals(lines(undisturbed), lines(snapshot(home)));
    }

    private Path prepare(String name) throws Exception {
        Path home = folder.resolve(name);
        Path fakfak = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Path kayong = Files.createDirectories(home.resolve("drop/6111-kayong-utara/pekerja-rentan-2024"));
        Instant time = Instant.parse("2025-06-01T00:00:00Z");
        Path first = list("first.csv", OfficeStyle.SEMICOLON_TEXT, 1, 5_000);
        put(first, fakfak.resolve("a.csv"), time);
        put(
                list("second.xlsx", OfficeStyle.TIDY_WORKBOOK, 4_000, 1_500),
                fakfak.resolve("b.xlsx"),
                time.plusSeconds(1));
        put(zip(first), fakfak.resolve("c.zip"), time.plusSeconds(2));
        put(first, fakfak.resolve("d.csv"), time.plusSeconds(3));
        Files.writeString(kayong.resolve("e.csv"), "bukan daftar\n");
        Files.setLastModifiedTime(kayong.resolve("e.csv"), FileTime.from(time.plusSeconds(4)));
        return home;
    }

    /** Of two lists that are new, one that came before, and a file that is no list. */
    private Path zip(Path known) throws IOException {
        Path file = folder.resolve("third.zip");
        if (!Files.exists(file)) {
            ZipWriting zip = new ZipWriting();
            Path text = list("third.csv", OfficeStyle.SEMICOLON_TEXT, 8_000, 700);
            Path workbook = list("fourth.xlsx", OfficeStyle.TIDY_WORKBOOK, 9_000, 300);
            zip.add("kiriman/satu.csv", Files.readAllBytes(text)).deflated();
            zip.add("kiriman/lama.csv", Files.readAllBytes(known)).deflated();
            zip.add("kiriman/dua.xlsx", Files.readAllBytes(workbook)).deflated();
            zip.add("kiriman/catatan.txt", "bukan daftar juga\n");
            Files.write(file, zip.bytes());
        }
        return file;
    }

    private Path list(String name, OfficeStyle style, long firstPerson, long people) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            InventedLists.write(
                    file, style, new RegencyCode("9203"), Calling.VULNERABLE, firstPerson, people, Faults.usual(), 7);
        }
        return file;
    }

    private static void put(Path file, Path target, Instant modified) throws IOException {
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(target, FileTime.from(modified));
    }

    private static void command(Path home, String command) {
        int exit = Jembatan.run("--home", home.toString(), "--set", TODAY, command);

        assertTrue(exit == Jembatan.DONE || exit == Jembatan.TO_REPAIR, command + " ended with " + exit);
    }

    /** Starts the command in a process of its own and kills it as soon as the journal has so many records. */
    private static void killAt(Path home, String command, long records) throws Exception {
        killOnce(home, command, () -> countRecords(home) >= records);
    }

    private static void killOnce(Path home, String command, Callable<Boolean> reached) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace("test-classes", "no-test-classes"),
                        "-Djembatan.log.own=WARN",
                        Jembatan.class.getName(),
                        "--home",
                        home.toString(),
                        "--set",
                        TODAY,
                        command)
                .redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "process.log"))
                .start();
        while (process.isAlive() && !reached.call()) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process is dead");
    }

    private static long countArchived(Path home) throws IOException {
        Path month = home.resolve("archive/2025/06");
        if (!Files.exists(month)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(month)) {
            return files.count();
        }
    }

    private static long countRecords(Path home) throws IOException {
        return records(home).count();
    }

    private static Stream<String> records(Path home) throws IOException {
        Path journal = home.resolve("journal");
        if (!Files.exists(journal)) {
            return Stream.empty();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".ndjson")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream();
    }

    /** Everything that people, the branch or a rebuild would see, by name. */
    private static Map<String, String> snapshot(Path home) throws Exception {
        Map<String, String> snapshot = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "archive", "drop", "parked")) {
            try (Stream<Path> files = Files.walk(home.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    snapshot.put(home.relativize(file).toString(), hash(file));
                }
            }
        }
        // a restart may receive the next file before it finishes the last: the records are the same, not their order
        List<String> records = records(home)
                .map(line -> line.replaceFirst("\"seq\":[0-9]+,", ""))
                .sorted()
                .toList();
        for (int i = 0; i < records.size(); i++) {
            snapshot.put("record " + i, records.get(i));
        }
        try (Connection register = DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("db/register").toAbsolutePath(), "jembatan", "")) {
            for (String table :
                    List.of("drop_log", "drop_row", "row_outcome", "entry", "review", "batch", "batch_line")) {
                snapshot.put("table " + table, dump(register, table));
            }
        }
        return snapshot;
    }

    private static String dump(Connection register, String table) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table + " order by 1, 2")) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String column = row.getMetaData().getColumnName(i);
                    rows.append(column.startsWith("LEASE") || column.equals("NODE") ? "" : row.getString(i))
                            .append('|');
                }
                rows.append('\n');
            }
        }
        return Integer.toHexString(rows.toString().hashCode()) + " of " + rows.length();
    }

    private static String hash(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }

    private static String lines(Map<String, String> snapshot) {
        StringBuilder lines = new StringBuilder();
        snapshot.forEach(
                (name, value) -> lines.append(name).append(' ').append(value).append('\n'));
        return lines.toString();
    }
}
