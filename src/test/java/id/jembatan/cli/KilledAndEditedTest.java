package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.EditedConfig;
import id.jembatan.JournalWatch;
import id.jembatan.ProgramJava;
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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The real process is killed when a list has its receipt, everything in the configuration is edited, and the next process
 * answers the list with the bytes that it would have had.
 */
class KilledAndEditedTest {

    private static final Path REPLIES = Path.of("reply/9203-fakfak/pekerja-rentan-2025");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Database.class)
    void theReplyIsAsIfNobodyHadEditedAnything(Database database) throws Exception {
        Path undisturbed = prepare("undisturbed");
        Path home = prepare("killed");
        Path edited = new EditedConfig(folder.resolve("config")).ofEverything().folder();
        String register = database == Database.H2 ? "" : database.newUrl();
        ingest(undisturbed, Path.of("config"), "");

        kill(home, register);
        ingest(home, edited, register);

        Map<String, String> replies = replies(undisturbed);
        assertTrue(replies.keySet().stream().anyMatch(file -> file.endsWith("perbaikan.xlsx")), replies.toString());
        assertEquals(replies, replies(home));
    }

    private Path prepare(String name) throws IOException {
        Path home = folder.resolve(name);
        Path list = folder.resolve("daftar.csv");
        if (!Files.exists(list)) {
            InventedLists.write(
                    list,
                    OfficeStyle.SEMICOLON_TEXT,
                    new RegencyCode("9203"),
                    Calling.VULNERABLE,
                    1,
                    3_000,
                    Faults.usual(),
                    7);
        }
        Path drop = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.copy(list, drop.resolve("daftar.csv"));
        return home;
    }

    private static List<String> arguments(Path home, Path config, String register) {
        List<String> arguments = new ArrayList<>(List.of(
                "--home", home.toString(), "--config", config.toString(), "--set", "jembatan.today=2025-06-02"));
        if (!register.isEmpty()) {
            arguments.addAll(List.of("--set", "jembatan.db.url=" + register));
            arguments.addAll(List.of("--set", "jembatan.db.user=" + Database.USER));
            arguments.addAll(List.of("--set", "jembatan.db.password=" + Database.PASSWORD));
        }
        arguments.add("ingest");
        return arguments;
    }

    private static void ingest(Path home, Path config, String register) {
        assertEquals(
                Jembatan.TO_REPAIR,
                Jembatan.run(arguments(home, config, register).toArray(String[]::new)));
    }

    private static void kill(Path home, String register) throws Exception {
        JournalWatch journal = new JournalWatch(home);
        List<String> line = ProgramJava.line("-Djembatan.log.own=WARN");
        line.addAll(arguments(home, Path.of("config"), register));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(new File(home.toFile(), "process.log"))
                .start();
        while (process.isAlive() && journal.count() < 1) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process is dead");
        assertFalse(
                Files.exists(home.resolve(REPLIES).resolve("index.html")), "it came to the reply before it was killed");
    }

    private static Map<String, String> replies(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home.resolve(REPLIES))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("index.html")) { // of the day on which it is written
                    files.put(home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return files;
    }
}
