package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.JournalWatch;
import id.jembatan.ProgramJava;
import id.jembatan.ZipWriting;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
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
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real process is killed (SIGKILL) when the journal has come to a certain record, or soon after, which is spread over
 * the receipt, the reading, the settlement and the reply of several drops, and over freezing and publishing batches.
 * Started again, it goes on by itself and ends as if nothing had happened: same replies, batches, archive and register,
 * byte for byte. On both databases; {@code -Djembatan.ordeal=true} for all moments instead of every other one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledAnywhereTest {

    private static final String TODAY = "jembatan.today=2025-06-02";

    /** All moments, for as long as it takes: {@code make ordeal}. */
    private static final boolean ALL = Boolean.getBoolean("jembatan.ordeal");

    /** When the process is killed: so long after so many records are in the journal. */
    record Moment(Database database, int record, int millis) {}

    @TempDir
    static Path folder;

    private final Map<Database, Map<String, String>> undisturbed = new EnumMap<>(Database.class);
    private final Map<Database, Map<String, String>> answered = new EnumMap<>(Database.class);
    private final Map<Path, String> registers = new ConcurrentHashMap<>();

    @BeforeAll
    void runsUndisturbed() throws Exception {
        for (Database database : Database.values()) {
            Path home = prepare(database + "-undisturbed", database);
            command(home, "ingest");
            command(home, "enrol");
            undisturbed.put(database, snapshot(home));
        }
        assertTrue(
                undisturbed(Database.H2).keySet().stream().anyMatch(name -> name.startsWith("outbound/")),
                "batches are there");
    }

    private Map<String, String> undisturbed(Database database) {
        return Objects.requireNonNull(undisturbed.get(database));
    }

    /** Records of the journal: each of the seven drops has four or five, one for every 4,000 rows and more. */
    static Stream<Moment> whileDropsAreTaken() {
        return moments(32, 4, new int[] {0, 60});
    }

    static Stream<Moment> someWhileDropsAreTaken() {
        return whileDropsAreTaken().filter(moment -> ALL || moment.record() % 8 == 1);
    }

    /** That a batch is opened, its lines, the batch, that it goes out and is out. */
    static Stream<Moment> whileBatchesGoOut() {
        return moments(5, 2, new int[] {0, 15, 60});
    }

    /** Received, rows, a notice for each list, settled, the source removed, the branch told, the offices told. */
    static Stream<Moment> whileAnswersAreTaken() {
        return moments(9, 4, new int[] {0, 40});
    }

    /** One moment of so many, the databases in turns; or all of them. */
    private static Stream<Moment> moments(int records, int of, int[] millis) {
        int[] spread = ALL ? new int[] {0, 3, 10, 25, 60, 150, 400} : millis;
        return Stream.of(Database.values())
                .flatMap(database -> IntStream.rangeClosed(1, records).boxed().flatMap(record -> IntStream.range(
                                0, spread.length)
                        .filter(i -> ALL || (record + i + (database == Database.H2 ? 0 : of / 2)) % of == 0)
                        .mapToObj(i -> new Moment(database, record, spread[i]))));
    }

    /** Files of the archive: two lists, the ZIP, its three entries, none of which has a receipt before all are there. */
    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5, 6})
    void killedWhileAZipIsUnpacked(int archived) throws Exception {
        Database database = archived % 2 == 0 ? Database.H2 : Database.POSTGRESQL;
        Path home = prepare(database + "-unpacking-" + archived, database);

        killOnce(home, "ingest", () -> countArchived(home) >= archived, 0);
        command(home, "ingest");
        command(home, "enrol");

        assertEquals(lines(undisturbed(database)), lines(snapshot(home)));
    }

    @ParameterizedTest
    @MethodSource("whileDropsAreTaken")
    void killedWhileDropsAreTaken(Moment moment) throws Exception {
        Path home =
                prepare(moment.database() + "-ingest-" + moment.record() + "-" + moment.millis(), moment.database());

        killAt(home, "ingest", moment.record(), moment.millis());
        command(home, "ingest");
        command(home, "enrol");

        assertEquals(lines(undisturbed(moment.database())), lines(snapshot(home)));
    }

    /** The branch takes away what it finds before the restart: that must not be written again. */
    @ParameterizedTest
    @MethodSource("whileBatchesGoOut")
    void killedWhileBatchesGoOut(Moment moment) throws Exception {
        Path home = prepare(moment.database() + "-enrol-" + moment.record() + "-" + moment.millis(), moment.database());
        command(home, "ingest");

        killAt(home, "enrol", countRecords(home) + moment.record(), moment.millis());
        List<Path> taken = takeBatches(home);
        command(home, "enrol");
        for (Path batch : taken) {
            Path again = home.resolve("outbound")
                    .resolve(batch.getFileName().toString().replace("!", "/"));
            assertFalse(Files.exists(again), again + " was written again");
            Files.move(batch, again);
        }

        assertEquals(lines(undisturbed(moment.database())), lines(snapshot(home)));
    }

    /** Nobody is answered twice, and no notice is told twice or lost. */
    @ParameterizedTest
    @MethodSource("whileAnswersAreTaken")
    void killedWhileAnswersAreTaken(Moment moment) throws Exception {
        Path home = prepareAnswered(
                moment.database() + "-answer-" + moment.record() + "-" + moment.millis(), moment.database());

        killAt(home, "ingest", countRecords(home) + moment.record(), moment.millis());
        command(home, "ingest");

        assertEquals(lines(answered(moment.database())), lines(snapshot(home)));
    }

    private Map<String, String> answered(Database database) throws Exception {
        Map<String, String> known = answered.get(database);
        if (known == null) {
            Path home = prepareAnswered(database + "-answered", database);
            command(home, "ingest");
            known = snapshot(home);
            assertTrue(
                    known.keySet().stream().anyMatch(name -> name.endsWith("/pemberitahuan-01/perbaikan.xlsx")),
                    "somebody is refused");
            answered.put(database, known);
        }
        return known;
    }

    /** Batches are out, and their branch has answered: every seventh is refused, every fifth is answered twice. */
    private Path prepareAnswered(String name, Database database) throws Exception {
        Path home = prepare(name, database);
        command(home, "ingest");
        command(home, "enrol");
        StringBuilder answers = new StringBuilder("REF,STATUS,KPJ,ALASAN\n");
        try (Stream<Path> files = Files.walk(home.resolve("outbound/fakfak"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 1; i < lines.size(); i++) {
                    String ref = lines.get(i).split(",", 3)[1];
                    String line =
                            ref + (i % 7 == 0 ? ",DITOLAK,,salah" : ",DITERIMA," + (10_000_000_000L + i) + ",") + "\n";
                    answers.append(line.repeat(i % 5 == 0 ? 2 : 1));
                }
            }
        }
        Path file = home.resolve("answer/fakfak/jawaban.csv");
        Files.writeString(file, answers);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2025-06-01T01:00:00Z")));
        return home;
    }

    /** With the process goes the register: the journal ends in the middle of anything. */
    @ParameterizedTest
    @MethodSource("someWhileDropsAreTaken")
    void killedAndTheRegisterLostAsWell(Moment moment) throws Exception {
        Path home = prepare(moment.database() + "-lost-" + moment.record() + "-" + moment.millis(), moment.database());

        killAt(home, "ingest", moment.record(), moment.millis());
        lose(home, moment.database());
        command(home, "rebuild");
        command(home, "ingest");
        command(home, "enrol");

        assertEquals(lines(undisturbed(moment.database())), lines(snapshot(home)));
    }

    /** A killed rebuild is begun again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, 300, 600, 900})
    void killedWhileRebuilding(int millis) throws Exception {
        Database database = millis % 200 == 0 ? Database.H2 : Database.POSTGRESQL;
        Path home = prepare(database + "-rebuilding-" + millis, database);
        command(home, "ingest");
        lose(home, database);

        killOnce(home, "rebuild", () -> isAtWork(home), millis);
        command(home, "rebuild");
        command(home, "enrol");

        assertEquals(lines(undisturbed(database)), lines(snapshot(home)));
    }

    private static boolean isAtWork(Path home) throws IOException {
        try (Stream<Path> folders = Files.list(home.resolve("work"))) {
            return folders.anyMatch(folder -> folder.getFileName().toString().startsWith("node"));
        }
    }

    private void lose(Path home, Database database) throws IOException {
        if (database == Database.POSTGRESQL) {
            registers.put(home, database.newUrl());
        } else {
            try (Stream<Path> files = Files.list(home.resolve("db"))) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static List<Path> takeBatches(Path home) throws IOException {
        List<Path> taken = new ArrayList<>();
        Path outbound = home.resolve("outbound");
        try (Stream<Path> folders = Files.walk(outbound, 2)) {
            for (Path batch : folders.filter(path -> outbound.relativize(path).getNameCount() == 2
                            && !path.getFileName().toString().startsWith("."))
                    .toList()) {
                Path away = folder.resolve(home.getFileName() + "-taken")
                        .resolve(outbound.relativize(batch).toString().replace("/", "!"));
                Files.createDirectories(away.getParent());
                taken.add(Files.move(batch, away));
            }
        }
        return taken;
    }

    private Path prepare(String name, Database database) throws Exception {
        Path home = folder.resolve(name);
        if (database == Database.POSTGRESQL) {
            registers.put(home, database.newUrl());
        }
        lay(home);
        return home;
    }

    private static void lay(Path home) throws Exception {
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
    }

    /** Of two lists that are new, one that came before, and a file that is no list. */
    private static Path zip(Path known) throws IOException {
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

    private static Path list(String name, OfficeStyle style, long firstPerson, long people) throws IOException {
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

    private void command(Path home, String command) {
        int exit = Jembatan.run(arguments(home, command).toArray(String[]::new));

        assertTrue(exit == Jembatan.DONE || exit == Jembatan.TO_REPAIR, command + " ended with " + exit);
    }

    private List<String> arguments(Path home, String command) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString(), "--set", TODAY));
        String url = registers.get(home);
        if (url != null) {
            arguments.addAll(List.of("--set", "jembatan.db.url=" + url));
            arguments.addAll(List.of("--set", "jembatan.db.user=" + Database.USER));
            arguments.addAll(List.of("--set", "jembatan.db.password=" + Database.PASSWORD));
        }
        arguments.add(command);
        return arguments;
    }

    /** Starts the command in a process of its own and kills it so long after the journal has so many records. */
    private void killAt(Path home, String command, long records, int millis) throws Exception {
        JournalWatch journal = new JournalWatch(home);
        killOnce(home, command, () -> journal.count() >= records, millis);
    }

    private void killOnce(Path home, String command, Callable<Boolean> reached, int millis) throws Exception {
        List<String> line = ProgramJava.line("-Djembatan.log.own=WARN");
        line.addAll(arguments(home, command));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "process.log"))
                .start();
        while (process.isAlive() && !reached.call()) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.waitFor(millis, TimeUnit.MILLISECONDS);
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
        return new JournalWatch(home).count();
    }

    /** Beside the records stands the audit trail, with its moments. */
    private static Stream<String> records(Path home) throws IOException {
        Path journal = home.resolve("journal");
        if (!Files.exists(journal)) {
            return Stream.empty();
        }
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("[0-9-]+\\.ndjson"))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream();
    }

    /** Everything that people, the branch or a rebuild would see, by name. */
    private Map<String, String> snapshot(Path home) throws Exception {
        Map<String, String> snapshot = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "archive", "drop", "answer", "parked")) {
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
        try (Connection register = connect(home)) {
            for (String table : List.of(
                    "drop_log",
                    "drop_row",
                    "row_outcome",
                    "entry",
                    "review",
                    "batch",
                    "batch_line",
                    "answer_file",
                    "answer_row",
                    "line_answer",
                    "notice",
                    "notice_row")) {
                snapshot.put("table " + table, dump(register, table));
            }
        }
        return snapshot;
    }

    private Connection connect(Path home) throws SQLException {
        String url = registers.get(home);
        return url == null
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("db/register").toAbsolutePath(), "jembatan", "")
                : DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    private static String dump(Connection register, String table) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table + " order by 1, 2")) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String column = row.getMetaData().getColumnName(i).toUpperCase(Locale.ROOT);
                    rows.append(
                                    column.startsWith("LEASE") || column.equals("NODE") || column.equals("ANSWERED_AT")
                                            ? ""
                                            : row.getString(i))
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
