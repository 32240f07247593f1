package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import id.jembatan.register.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/**
 * Every command says and ends the same beside a service in the same home as alone, on both registers: what the service
 * takes from under a command's hands is waited for and told (SPEC section 10).
 */
class BesideTheServiceTest {

    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";

    private static final String DAY = "2025-06-02";
    private static final String FAKFAK = "drop/9203-fakfak/pekerja-rentan-2025";
    private static final int PEOPLE = 3_000;

    @TempDir
    static Path folder;

    private final Map<Path, Map<String, String>> registers = new HashMap<>();

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyCommandSaysTheSame(Database database) throws Exception {
        Path alone = newHome("alone", database);
        Path served = newHome("served", database);
        on(alone, "status");
        List<Told> expected = new ArrayList<>();
        List<Told> told = new ArrayList<>();
        try (RunningService service = RunningService.on(DAY, served, settings(served))) {
            putLists(alone);
            expected.add(on(alone, "ingest"));
            putLists(served);
            told.add(on(served, "ingest"));
            List<List<String>> commands = commands(drop(alone));

            for (List<String> command : commands) {
                expected.add(on(alone, command.toArray(String[]::new)));
                told.add(on(served, command.toArray(String[]::new)));
            }

            for (int i = 0; i < expected.size(); i++) {
                String command = i == 0 ? "ingest" : String.join(" ", commands.get(i - 1));
                assertEquals(said(expected.get(i), alone), said(told.get(i), served), command);
                assertEquals(complaints(expected.get(i)), complaints(told.get(i)), command);
                assertEquals(expected.get(i).exit(), told.get(i).exit(), command);
            }
            assertTrue(service.process().isAlive(), service.said());
        }
        assertEquals(Jembatan.TO_REPAIR, expected.get(0).exit(), "there was something to tell");
        assertEquals(lines(alone), lines(served), "replies and batches");
    }

    /** Every command that there is, in every way that it answers; {@code run} and {@code demo} have homes of their own, and {@code rebuild} wants the home for itself. */
    private static List<List<String>> commands(String drop) {
        String list = "examples/drops/1-kop-dan-tanda-tangan.csv";
        return List.of(
                List.of("ingest"),
                List.of("status"),
                List.of("status", "--json"),
                List.of("audit", "verify"), // before anything stands in it: moments differ
                List.of("retry", drop),
                List.of("retry", drop, "--programme", "pekerja-rentan-2025", "--regency", "9203", "--as", "budi"),
                List.of("retry", "20250602-0000000000"),
                List.of("enrol"),
                List.of("enrol"),
                List.of("status"),
                List.of("status", "--json"),
                List.of("undo", drop),
                List.of("diff", drop, drop),
                List.of("what-if", "--regency=9203", "--programme=pekerja-rentan-2025", "--quota=5"),
                List.of("trace"),
                List.of("end", "--regency=9203", "--programme=pekerja-rentan-2025", "--reason=pindah"),
                List.of("what-if", "--regency=9203", "--programme=pekerja-rentan-2025", "--quota=5", "--json"),
                List.of("leavers"),
                List.of("leavers", "--json"),
                List.of("review"),
                List.of("release", BATCH),
                List.of("resend", BATCH),
                List.of("paid", BATCH, "--date=" + DAY, "--ref=T1"),
                List.of("outbound", "preview", "--regency=9203", "--programme=pekerja-rentan-2025"),
                List.of("iuran", "2025-06"),
                List.of("breach", drop),
                List.of("purge", "--dry-run"),
                List.of("purge"),
                List.of("self-test"),
                List.of("doctor"),
                List.of("console", "users"),
                List.of("console", "remove", "ani"),
                List.of("completion"),
                List.of("agreements", "check"),
                List.of("check", list, "--regency=9203", "--programme=pekerja-rentan-2025", "--on=" + DAY),
                List.of("check", "examples/drops/14-dua-desa.zip", "--regency=9203", "--programme=latihan", "--json"),
                List.of("check", list, "--regency=9203", "--programme=tidak-ada"),
                List.of("template", "--regency=9203", "--programme=latihan", "--output=" + folder.resolve("t.xlsx")),
                List.of("status", "--set", "jembatan.language=en"),
                List.of("--help"),
                List.of("--version"),
                List.of("periksa"));
    }

    /** Nobody types a NIK. */
    @BeforeEach
    void nobodyTypes() {
        System.setIn(InputStream.nullInputStream());
    }

    @Test
    void noCommandIsForgotten() {
        Set<String> known = new TreeSet<>(
                new CommandLine(new RootCommand(Instant.now())).getSubcommands().keySet());

        commands("").forEach(command -> known.remove(command.get(0)));

        assertEquals(Set.of("demo", "rebuild", "run"), known);
    }

    /** Each list is there before the command is called, and the service is quick to take it. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void whoeverTakesADropIngestTellsIt(Database database) throws Exception {
        Path served = newHome("served", database);
        try (RunningService service = RunningService.on(DAY, served, settings(served))) {
            for (int list = 0; list < 5; list++) {
                put(list, served);

                Told told = on(served, "ingest");

                assertEquals(Jembatan.TO_REPAIR, told.exit(), told.out() + told.err());
                assertEquals(2, told.out().lines().count(), told.out());
                assertTrue(told.out().contains("TAKEN"), told.out());
            }
            assertTrue(service.process().isAlive(), service.said());
        }
    }

    /** The embedded register on disk, or a schema of its own on the server. */
    private Path newHome(String name, Database database) throws IOException {
        Path home = Files.createTempDirectory(folder, name);
        if (database == Database.POSTGRESQL) {
            registers.put(
                    home,
                    Map.of(
                            "jembatan.db.url",
                            database.newUrl(),
                            "jembatan.db.user",
                            Database.USER,
                            "jembatan.db.password",
                            Database.PASSWORD));
        }
        return home;
    }

    private Map<String, String> settings(Path home) {
        return registers.getOrDefault(home, Map.of());
    }

    private Told on(Path home, String... command) {
        List<String> line = new ArrayList<>();
        settings(home).forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        line.addAll(List.of(command));
        return Told.on(DAY, home, line.toArray(String[]::new));
    }

    /** What is said on standard output, whatever the home is called, and however fast and full the disk is. */
    private static String said(Told told, Path home) {
        return told.out().replace(home.toString(), "HOME").replaceAll("[0-9.,]+ (ms|MB|GB)", "some $1");
    }

    /** What is said on standard error, but for the log and the home's own name. */
    private static List<String> complaints(Told told) {
        return told.err().lines().filter(line -> line.startsWith("jembatan: ")).toList();
    }

    private void putLists(Path home) throws IOException {
        put(0, home);
        put(1, home);
        Path refused = Files.writeString(folder.resolve("bukan.csv"), "bukan daftar\n");
        move(refused, home, "bukan.csv", 100);
    }

    private static void put(int list, Path home) throws IOException {
        Path made = folder.resolve("list-" + list + ".csv");
        if (!Files.exists(made)) {
            InventedLists.write(
                    made,
                    OfficeStyle.SEMICOLON_TEXT,
                    new RegencyCode("9203"),
                    Calling.VULNERABLE,
                    1 + (long) list * PEOPLE,
                    PEOPLE,
                    Faults.usual(),
                    7);
        }
        move(made, home, made.getFileName().toString(), list);
    }

    private static void move(Path made, Path home, String name, int order) throws IOException {
        Path aside = Files.copy(made, home.resolve("aside"), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(
                aside, FileTime.from(Instant.parse("2025-06-01T00:00:00Z").plusSeconds(order)));
        Files.move(aside, home.resolve(FAKFAK).resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String drop(Path home) throws IOException {
        try (Stream<Path> drops = Files.list(home.resolve(FAKFAK.replace("drop/", "reply/")))) {
            return drops.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> lines(Path home) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String part : List.of("reply", "outbound", "drop", "archive")) {
            try (Stream<Path> files = Files.walk(home.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    lines.add(home.relativize(file) + " " + Files.size(file));
                }
            }
        }
        return lines;
    }
}
