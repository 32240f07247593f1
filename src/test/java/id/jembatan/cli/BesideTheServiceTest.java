package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command says and ends the same beside a service in the same home, on the embedded register, as alone: what the
 * service takes from under a command's hands is waited for and told (SPEC section 10).
 */
class BesideTheServiceTest {

    private static final String DAY = "2025-06-02";
    private static final String FAKFAK = "drop/9203-fakfak/pekerja-rentan-2025";
    private static final int PEOPLE = 3_000;

    @TempDir
    static Path folder;

    private Path alone;
    private Path served;
    private Process service;

    @BeforeEach
    void startsTheService() throws Exception {
        alone = Files.createTempDirectory(folder, "alone");
        served = Files.createTempDirectory(folder, "served");
        Told.on(DAY, alone, "status");
        File log = Files.createTempFile(folder, "run", ".log").toFile();
        service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path").replace("test-classes", "no-test-classes"),
                        Jembatan.class.getName(),
                        "--home",
                        served.toString(),
                        "--set",
                        "jembatan.today=" + DAY,
                        "--set",
                        "jembatan.intake.quiet=0",
                        "--set",
                        "jembatan.intake.delay=20",
                        "--set",
                        "jembatan.enrol.cron=-",
                        "run")
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        while (service.isAlive() && !Files.readString(log.toPath()).contains("open: ")) {
            service.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(service.isAlive(), Files.readString(log.toPath()));
    }

    @AfterEach
    void stopsTheService() throws Exception {
        service.destroy();
        assertTrue(service.waitFor(30, TimeUnit.SECONDS), "the service stops");
        assertEquals(Jembatan.DONE, service.exitValue());
    }

    @Test
    void everyCommandSaysTheSame() throws Exception {
        putLists(alone);
        List<Told> expected = new ArrayList<>(List.of(Told.on(DAY, alone, "ingest")));
        putLists(served);
        List<Told> told = new ArrayList<>(List.of(Told.on(DAY, served, "ingest")));
        String id = drop(alone);
        List<String[]> commands = List.of(
                new String[] {"ingest"},
                new String[] {"status"},
                new String[] {"status", "--json"},
                new String[] {"retry", id},
                new String[] {"enrol"},
                new String[] {"enrol"},
                new String[] {"status", "--json"},
                new String[] {"agreements", "check"},
                new String[] {
                    "check",
                    "examples/drops/1-kop-dan-tanda-tangan.csv",
                    "--regency=9203",
                    "--programme=pekerja-rentan-2025",
                    "--on=" + DAY
                },
                new String[] {
                    "template", "--regency=9203", "--programme=latihan", "--output=" + folder.resolve("template.xlsx")
                },
                new String[] {"retry", "20250602-0000000000"});

        for (String[] command : commands) {
            expected.add(Told.on(DAY, alone, command));
            told.add(Told.on(DAY, served, command));
        }

        for (int i = 0; i < expected.size(); i++) {
            String command = i == 0 ? "ingest" : String.join(" ", commands.get(i - 1));
            assertEquals(expected.get(i).out(), told.get(i).out(), command);
            assertEquals(expected.get(i).exit(), told.get(i).exit(), command);
        }
        assertEquals(Jembatan.TO_REPAIR, expected.get(0).exit(), "there was something to tell");
        assertEquals(lines(alone), lines(served), "replies and batches");
    }

    /** Each list is there before the command is called, and the service is quick to take it. */
    @Test
    void whoeverTakesADropIngestTellsIt() throws Exception {
        for (int list = 0; list < 8; list++) {
            put(list, served);

            Told told = Told.on(DAY, served, "ingest");

            assertEquals(Jembatan.TO_REPAIR, told.exit(), told.out() + told.err());
            assertEquals(2, told.out().lines().count(), told.out());
            assertTrue(told.out().contains("TAKEN"), told.out());
        }
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
