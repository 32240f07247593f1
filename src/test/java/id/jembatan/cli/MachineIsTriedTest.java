package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code self-test} on real folders: what holds, what does not, and that it leaves nothing behind. */
class MachineIsTriedTest {

    @TempDir
    private Path folder;

    private Path home() throws IOException {
        Path home = folder.resolve("home");
        assertEquals(0, Told.on("2025-06-02", home, "ingest").exit());
        closeForOthers(home);
        return home;
    }

    /** As the launcher's umask has it. */
    private static void closeForOthers(Path home) throws IOException {
        for (String folder : List.of("archive", "journal", "db", "work", "parked", "outbound")) {
            Durable.closeForOthers(home.resolve(folder));
        }
    }

    @Test
    void aSoundHomeHoldsAndIsLeftAsItWas() throws Exception {
        Path home = home();
        Map<String, Long> before = files(home);

        Told told = test(home);

        assertEquals(Map.of(), without(told, "YES"), told.out());
        assertEquals(0, told.exit());
        assertEquals(before.keySet(), files(home).keySet());
    }

    @Test
    void itWorksBesideARunningServiceAndTheServiceGoesOn() throws Exception {
        Path home = folder.resolve("home");
        try (RunningService service = RunningService.on("2025-06-02", home, Map.of())) {
            closeForOthers(home);

            Told told = test(home);

            Map<String, String> odd = without(told, "YES");
            odd.remove("modes-of"); // nobody has set this service's umask
            assertEquals(Map.of(), odd, told.out());
            Path list = home.resolve("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv");
            Files.writeString(list, "NIK,NAMA,TANGGAL LAHIR\n9203011205809001,UDIN,12-05-1980\n");
            service.awaitFile(home.resolve("reply/9203-fakfak/pekerja-rentan-2025/index.html"));
        }
    }

    @Test
    void aHomeThatIsNotThereIsNotMade() throws Exception {
        Path home = folder.resolve("nowhere");

        Told told = test(home);

        assertEquals("DOUBTFUL", without(told, "YES").get("home"), told.out());
        assertFalse(Files.exists(home));
    }

    @Test
    void aFileThatOthersMayReadIsNamed() throws Exception {
        Path home = home();
        Path open = Files.writeString(home.resolve("archive/open"), "x");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        Told told = test(home);

        assertEquals("DOUBTFUL", without(told, "YES").get("modes-of"));
        assertTrue(told.out().contains("archive/open"), told.out());
    }

    @Test
    void anotherRegistersJournalIsAFault() throws Exception {
        Path home = home();
        Files.writeString(
                home.resolve("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv"),
                "NIK,NAMA,TANGGAL LAHIR\n9203011205809001,UDIN,12-05-1980\n");
        assertEquals(0, Told.on("2025-06-02", home, "ingest").exit());
        try (Stream<Path> journal = Files.list(home.resolve("journal"))) {
            for (Path file :
                    journal.filter(each -> each.toString().endsWith(".ndjson")).toList()) {
                Files.delete(file);
            }
        }

        Told told = test(home);

        assertEquals("NO", without(told, "YES").get("journal"), told.out());
        assertEquals(3, told.exit());
    }

    @Test
    void aDatabaseThatIsAwayIsAFault() throws Exception {
        Told told = test(home(), "--set", "jembatan.db.url=jdbc:postgresql://127.0.0.1:1/nothing");

        assertEquals("NO", without(told, "YES").get("database-away"), told.out());
        assertEquals(3, told.exit());
    }

    @Test
    void tooLittleRoomIsAFaultAndSaidInWords() throws Exception {
        Path home = home();

        Told told = Told.by(
                "--home", home.toString(), "--set", "jembatan.intake.free-space=9000000000000000000", "self-test");

        assertEquals(3, told.exit());
        assertTrue(told.out().contains("GAGAL"), told.out());
        assertTrue(told.out().contains("jembatan.intake.free-space"), told.out());
    }

    @Test
    void aFullDiskIsAFaultAndNothingIsLeftOnIt() throws Exception {
        Path home = folder.resolve("small");
        Files.createDirectories(home);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=16m,mode=700", "tmpfs", home.toString()),
                "NOT TRIED: only root can mount a small disk");
        try {
            assertEquals(0, Told.on("2025-06-02", home, "ingest").exit());
            fill(home.resolve("full"));

            Told told = test(home);

            Map<String, String> bad = without(told, "YES");
            assertEquals("NO", bad.get("space"), told.out());
            assertEquals("NO", bad.get("folders"), told.out());
            assertEquals(3, told.exit());
            assertTrue(files(home).keySet().stream().noneMatch(name -> name.contains(".self-test")));
        } finally {
            assertTrue(run("umount", "-l", home.toString()));
        }
    }

    @Test
    void aDiskThatOnlyReadsIsAFault() throws Exception {
        Path home = home();
        assumeTrue(
                run("mount", "--bind", home.toString(), home.toString())
                        && run("mount", "-o", "remount,bind,ro", home.toString()),
                "NOT TRIED: only root can mount a disk that only reads");
        try {
            Told told = test(home);

            assertEquals("NO", without(told, "YES").get("folders"), told.out());
            assertEquals(3, told.exit());
        } finally {
            assertTrue(run("umount", "-l", home.toString()));
        }
    }

    private static void fill(Path file) throws IOException {
        byte[] bytes = new byte[4096];
        try (var out = Files.newOutputStream(file)) {
            while (true) {
                out.write(bytes);
            }
        } catch (IOException full) {
            assertTrue(Files.size(file) > 0);
        }
    }

    private static boolean run(String... words) throws Exception {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static Told test(Path home, String... further) {
        String[] words = Stream.concat(
                        Stream.of("--home", home.toString(), "--set", "jembatan.intake.free-space=4194304"),
                        Stream.concat(Stream.of(further), Stream.of("self-test", "--json")))
                .toArray(String[]::new);
        return Told.by(words);
    }

    /** Everything but what stands so, by what was asked. */
    private static Map<String, String> without(Told told, String holds) throws IOException {
        Map<String, String> found = new TreeMap<>();
        for (JsonNode check : new ObjectMapper().readTree(told.out()).get("checks")) {
            if (!check.get("holds").asText().equals(holds)) {
                found.put(check.get("check").asText(), check.get("holds").asText());
            }
        }
        return found;
    }

    private static Map<String, Long> files(Path home) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.toList()) {
                files.put(home.relativize(file).toString(), Files.isRegularFile(file) ? Files.size(file) : 0L);
            }
        }
        return files;
    }
}
