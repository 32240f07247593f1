package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ProgramJava;
import id.jembatan.RegisterDump;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.disk.Journal;
import id.jembatan.domain.RegencyCode;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Settings;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The embedded register lost or damaged in a home that had worked for a day, and what the command makes of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildCommandTest {

    private static final String RENTAN = "9203-fakfak/pekerja-rentan-2025";
    private static final Path BATCH = Path.of("outbound/fakfak/9203-pekerja-rentan-2025-20250602-01");

    @TempDir
    static Path folder;

    private final Map<String, String> register = new TreeMap<>();
    private final Map<String, String> files = new TreeMap<>();
    private Path lived = Path.of("");
    private Path home = Path.of("");
    /** A loaded machine makes the pool of connections say something now and then. */
    private static final Pattern LOG_LINE = Pattern.compile("^[0-9-]+T[0-9:.]+Z (INFO|WARN) ");

    private int homes;

    /** What one command said and how it ended. */
    private record Said(int exit, String text) {}

    @BeforeAll
    void aDayOfWork() throws Exception {
        lived = folder.resolve("lived");
        put(lived, RENTAN + "/a.csv", list("a.csv", OfficeStyle.SEMICOLON_TEXT, 1, 5_000), 1);
        put(lived, RENTAN + "/b.xlsx", list("b.xlsx", OfficeStyle.TIDY_WORKBOOK, 4_900, 300), 2);
        put(lived, RENTAN + "/c.csv", folder.resolve("a.csv"), 3);
        put(lived, RENTAN + "/d.csv", Files.writeString(folder.resolve("d.csv"), "bukan daftar\n"), 4);
        put(lived, "9203-fakfak/latihan/e.csv", folder.resolve("a.csv"), 5);
        command(lived, "ingest");
        command(lived, "enrol");
        put(lived, RENTAN + "/f.csv", list("f.csv", OfficeStyle.SEMICOLON_TEXT, 6_000, 50), 6);
        command(lived, "ingest");
        register.putAll(dump(lived));
        files.putAll(published(lived));
        assertTrue(Files.exists(lived.resolve(BATCH)), "a batch is out");
    }

    @BeforeEach
    void copiesTheHome() throws IOException {
        home = folder.resolve("home-" + homes++);
        copy(lived, home);
    }

    private static Path list(String name, OfficeStyle style, long first, long people) throws IOException {
        Path file = folder.resolve(name);
        InventedLists.write(file, style, new RegencyCode("9203"), Calling.VULNERABLE, first, people, Faults.usual(), 7);
        return file;
    }

    private static void put(Path home, String to, Path file, int minute) throws IOException {
        Path target = home.resolve("drop").resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
        Files.setLastModifiedTime(
                target, FileTime.from(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(60L * minute)));
    }

    @Test
    void aLostRegisterStopsEveryCommandAndComesBackEqual() throws Exception {
        remove(home.resolve("db"));

        Said status = command(home, "status");
        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.FAULT, status.exit());
        assertTrue(status.text().contains("jembatan rebuild"), status.text());
        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(register, dump(home));
        assertSame(files, published(home));
        assertEquals(command(lived, "status", "--json"), command(home, "status", "--json"));
    }

    @Test
    void repliesThatAreGoneAreWrittenAgainAndOthersStayUntouched() throws Exception {
        remove(home.resolve("db"));
        List<Path> replies = foldersOf(home.resolve("reply").resolve(RENTAN));
        Path kept = replies.get(0);
        for (Path reply : replies.subList(1, replies.size())) {
            remove(reply);
        }
        remove(home.resolve("reply/9203-fakfak/latihan"));
        remove(home.resolve("outbound/fakfak"));
        Object before = Files.readAttributes(kept, "unix:ino,lastModifiedTime");

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(files, published(home));
        assertSame(register, dump(home));
        assertEquals(before, Files.readAttributes(kept, "unix:ino,lastModifiedTime"));
    }

    @Test
    void aBatchThatTheBranchHasTakenAwayIsWrittenAgainOnlyWhenAskedFor() throws Exception {
        remove(home.resolve("db"));
        remove(home.resolve(BATCH));

        Said rebuild = command(home, "rebuild");
        boolean there = Files.exists(home.resolve(BATCH));
        Said asked = command(home, "rebuild", "--batches");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertFalse(there, "it was sent once");
        assertEquals(Jembatan.DONE, asked.exit(), asked.text());
        assertSame(files, published(home));
    }

    @Test
    void aKilledRebuildIsRunAgain() throws Exception {
        remove(home.resolve("db"));
        Process process = start(home, "rebuild");
        Path unfinished = home.resolve("db/rebuilding.mv.db");
        while (process.isAlive() && !Files.exists(unfinished)) {
            process.waitFor(1, TimeUnit.MILLISECONDS);
        }
        process.waitFor(300, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process is dead");

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(register, dump(home));
        assertSame(files, published(home));
    }

    @Test
    void aTornLastLineIsNoRecord() throws Exception {
        remove(home.resolve("db"));
        Path journal = journal(home);
        byte[] bytes = Files.readAllBytes(journal);
        Files.write(journal, java.util.Arrays.copyOf(bytes, bytes.length - 5));

        Said rebuild = command(home, "rebuild");
        command(home, "ingest");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(files, published(home));
        assertSame(register, dump(home));
    }

    @Test
    void aSettlementThatTheJournalHoldsInPartIsDoneAnew() throws Exception {
        remove(home.resolve("db"));
        List<String> lines = Files.readAllLines(journal(home));
        int settled = lastOf(lines, "settled");
        Files.write(journal(home), lines.subList(0, settled));
        remove(home.resolve("reply").resolve(RENTAN).resolve(lastDrop()));

        Said rebuild = command(home, "rebuild");
        command(home, "ingest");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertTrue(rebuild.text().contains("1 catatan terakhir jurnal dipotong"), rebuild.text());
        assertEquals(lines, Files.readAllLines(journal(home)));
        assertSame(files, published(home));
        assertSame(register, dump(home));
    }

    private String lastDrop() throws IOException {
        List<String> rows = Files.readAllLines(journal(home)).stream()
                .filter(line -> line.contains("\"file\":\"f.csv\""))
                .toList();
        return rows.get(0).replaceFirst(".*\"drop\":\"([^\"]+)\".*", "$1");
    }

    private static int lastOf(List<String> lines, String kind) {
        for (int i = lines.size() - 1; i > 0; i--) {
            if (lines.get(i).contains("\"kind\":\"" + kind + "\"")) {
                return i;
            }
        }
        throw new AssertionError(kind);
    }

    @Test
    void aMissingLineIsNamedAndNothingIsRebuilt() throws Exception {
        remove(home.resolve("db"));
        List<String> lines = new ArrayList<>(Files.readAllLines(journal(home)));
        lines.remove(6);
        Files.write(journal(home), lines);

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.FAULT, rebuild.exit());
        assertTrue(rebuild.text().contains("baris 7 seharusnya catatan 7, ditemukan 8"), rebuild.text());
        assertFalse(Files.exists(home.resolve("db/register.mv.db")), "no register");
    }

    @Test
    void aFlippedByteIsNamedAndNothingIsRebuilt() throws Exception {
        remove(home.resolve("db"));
        byte[] bytes = Files.readAllBytes(journal(home));
        bytes[bytes.length / 2] ^= 1;
        Files.write(journal(home), bytes);

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.FAULT, rebuild.exit());
        assertTrue(rebuild.text().contains("jurnal rusak"), rebuild.text());
        assertFalse(Files.exists(home.resolve("db/register.mv.db")), "no register");
    }

    @Test
    void aRecordOfALaterProgramIsRefusedByName() throws Exception {
        remove(home.resolve("db"));
        long next = Files.readAllLines(journal(home)).size() + 1L;
        new Journal(home.resolve("journal")).append("2000-01", List.of("{\"seq\":" + next + ",\"kind\":\"dreamt\"}"));

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.FAULT, rebuild.exit());
        assertTrue(rebuild.text().contains("\"dreamt\""), rebuild.text());
        assertFalse(Files.exists(home.resolve("db/register.mv.db")), "no register");
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "half", "nothing"})
    void aDamagedRegisterIsSetAsideAndRebuilt(String damage) throws Exception {
        Path file = home.resolve("db/register.mv.db");
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged =
                switch (damage) {
                    case "garbage" -> "bukan basis data ".repeat(5_000).getBytes(StandardCharsets.UTF_8);
                    case "half" -> java.util.Arrays.copyOf(bytes, bytes.length / 2);
                    default -> new byte[0];
                };
        Files.write(file, damaged);

        Said status = command(home, "status");
        Said rebuild = command(home, "rebuild");
        if (rebuild.text().contains("--force")) { // H2 found an older state in what is left
            rebuild = command(home, "rebuild", "--force");
        }

        boolean whole = status.exit() == Jembatan.DONE; // H2 found all of it in what is left
        assertTrue(whole || status.text().contains("jembatan rebuild"), status.text());
        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(register, dump(home));
        assertSame(files, published(home));
    }

    @Test
    void anotherHomesRegisterIsToldFromTheRightOneHoweverMuchItKnows() throws Exception {
        Path other = home.resolveSibling("other-home");
        for (int one = 1; one < 9; one++) {
            Path list = Files.writeString(
                    folder.resolve("other-" + one + ".csv"),
                    "NIK,NAMA,TANGGAL LAHIR\n920301120580900" + one + ",UDIN WAGAB,12-05-1980\n");
            put(other, RENTAN + "/" + list.getFileName(), list, one);
        }
        command(other, "ingest");
        remove(home.resolve("db"));
        Files.move(other.resolve("db"), home.resolve("db"));

        Said status = command(home, "status");
        Said refused = command(home, "rebuild");
        Said rebuild = command(home, "rebuild", "--force");

        assertEquals(Jembatan.FAULT, status.exit());
        assertTrue(status.text().contains("jembatan rebuild"), status.text());
        assertEquals(Jembatan.FAULT, refused.exit());
        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertSame(register, dump(home));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anArchiveThatIsNotWholeIsNamed(boolean gone) throws Exception {
        remove(home.resolve("db"));
        Path largest;
        try (Stream<Path> archived = Files.walk(home.resolve("archive/2025"))) {
            largest = archived.filter(Files::isRegularFile)
                    .max(Comparator.comparing(path -> path.toFile().length()))
                    .orElseThrow();
        }
        if (gone) {
            Files.delete(largest);
        } else {
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 1;
            Files.delete(largest);
            Files.write(largest, bytes);
        }

        Said rebuild = command(home, "rebuild");

        assertEquals(Jembatan.FAULT, rebuild.exit());
        assertTrue(rebuild.text().contains(largest.getFileName().toString()), rebuild.text());
        assertFalse(Files.exists(home.resolve("db/register.mv.db")), "no register");
    }

    @Test
    void aRegisterThatStandsIsKeptBesideWhenItIsForced() throws Exception {
        Said plain = command(home, "rebuild");
        boolean aside = Files.exists(home.resolve("db/set-aside-1.mv.db"));
        Said forced = command(home, "rebuild", "--force");

        assertEquals(Jembatan.DONE, plain.exit(), plain.text());
        assertFalse(aside, "nothing was lost");
        assertEquals(Jembatan.DONE, forced.exit(), forced.text());
        assertTrue(Files.exists(home.resolve("db/set-aside-1.mv.db")), "it is kept");
        assertSame(register, dump(home));
        assertSame(files, published(home));
    }

    @Test
    void outcomesStandAlsoWhenTheRulesHaveChangedSince() throws Exception {
        Path config = folder.resolve("config-later");
        copy(Path.of("config"), config);
        Path fakfak = config.resolve("regencies/9203-fakfak.yaml");
        Files.writeString(
                fakfak,
                Files.readString(fakfak)
                        .replaceFirst("( *)- id: pekerja-rentan-2025\n", "$0$1  age: {min: 18, max: 30}\n"));
        remove(home.resolve("db"));
        for (Path reply : foldersOf(home.resolve("reply").resolve(RENTAN))) {
            remove(reply);
        }

        Said rebuild = command(home, "--config", config.toString(), "rebuild");

        assertEquals(Jembatan.DONE, rebuild.exit(), rebuild.text());
        assertNotEquals(Files.readString(fakfak), Files.readString(Path.of("config/regencies/9203-fakfak.yaml")));
        assertSame(register, dump(home));
        assertSame(rowsOf(files), rowsOf(published(home)));
    }

    private static Map<String, String> rowsOf(Map<String, String> files) {
        Map<String, String> rows = new TreeMap<>(files);
        rows.keySet().removeIf(name -> !name.endsWith("rows.csv"));
        return rows;
    }

    @Test
    void aHomeInWhichSomebodyWorksIsNotRebuilt() throws Exception {
        try (House house = House.open(Settings.load(
                Path.of("config"), Map.of("jembatan.home", home.toString(), "jembatan.today", "2025-06-02")))) {
            Said rebuild = command(home, "rebuild", "--force");

            assertEquals(Jembatan.FAULT, rebuild.exit());
            assertTrue(rebuild.text().contains("node1-1"), rebuild.text());
            assertTrue(house.log().hasReceivedBefore(Instant.now()), "it goes on");
        }
    }

    private static Said command(Path home, String... words) {
        List<String> line = new ArrayList<>(List.of("--home", home.toString(), "--set", "jembatan.today=2025-06-02"));
        line.addAll(List.of(words));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            System.setOut(both);
            System.setErr(both);
            int exit = Jembatan.run(line.toArray(String[]::new));
            return new Said(
                    exit,
                    said.toString(StandardCharsets.UTF_8)
                            .lines()
                            .filter(text -> !LOG_LINE.matcher(text).find())
                            .collect(Collectors.joining("\n")));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static Process start(Path home, String command) throws IOException {
        List<String> line = ProgramJava.line();
        line.addAll(List.of("--home", home.toString(), "--set", "jembatan.today=2025-06-02", command));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "process.log"))
                .start();
    }

    private static Path journal(Path home) throws IOException {
        List<Path> files = new Journal(home.resolve("journal")).files();
        assertEquals(1, files.size(), "one month");
        return files.get(0);
    }

    private static Map<String, String> dump(Path home) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:h2:file:" + home.resolve("db/register").toAbsolutePath(), "jembatan", "")) {
            return RegisterDump.of(connection);
        }
    }

    private static Map<String, String> published(Path home) throws IOException {
        Map<String, String> published = new TreeMap<>();
        for (String part : List.of("reply", "outbound", "archive", "drop", "parked", "journal")) {
            try (Stream<Path> all = Files.walk(home.resolve(part))) {
                // the rebuild itself stands in the audit trail
                for (Path file : all.filter(Files::isRegularFile)
                        .filter(file -> !file.endsWith("audit.ndjson"))
                        .toList()) {
                    published.put(
                            home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return published;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, text) -> assertEquals(text, found.get(name), name));
    }

    private static List<Path> foldersOf(Path parent) throws IOException {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
