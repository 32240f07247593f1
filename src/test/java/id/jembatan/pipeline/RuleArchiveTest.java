package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.EditedConfig;
import id.jembatan.domain.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a set of rules is, how it is named, and that only the very set is opened again. */
class RuleArchiveTest {

    @TempDir
    private Path folder;

    private Path config = Path.of("");
    private Path sets = Path.of("");

    @BeforeEach
    void copiesTheConfiguration() throws IOException {
        config = new EditedConfig(folder.resolve("config")).folder();
        sets = folder.resolve("journal/rules");
    }

    private Settings settings(Map<String, String> further) {
        return Settings.load(config, further);
    }

    private String name(Map<String, String> further) {
        return RuleFiles.of(settings(further)).sha256();
    }

    private RuleArchive archive(String node) {
        return new RuleArchive(sets, folder.resolve(node));
    }

    private Path keep(String node) throws IOException {
        RuleFiles rules = RuleFiles.of(settings(Map.of()));
        archive(node).keep(rules);
        return sets.resolve(rules.sha256());
    }

    private void append(String file) throws IOException {
        Path path = config.resolve(file);
        Files.writeString(path, Files.readString(path) + "\n");
    }

    @Test
    void whatJudgesOrWordsMakesAnotherSetAndNothingElseDoes() throws IOException {
        String name = name(Map.of());

        for (Map<String, String> machine : List.of(
                Map.of("jembatan.db.password", "rahasia"),
                Map.of("jembatan.console.port", "1"),
                Map.of("jembatan.enrol.cron", "-"),
                Map.of("jembatan.today", "2025-04-01"),
                Map.of("jembatan.home", "elsewhere"))) {
            assertEquals(name, name(machine), machine.toString());
        }
        for (Map<String, String> rule : List.of(
                Map.of("jembatan.language", "en"),
                Map.of("jembatan.cross-regency", "off"),
                Map.of("jembatan.limits.cell", "1"),
                Map.of("jembatan.outbound.sums", "true"))) {
            assertNotEquals(name, name(rule), rule.toString());
        }
        append("choices.yaml"); // asks, and judges nobody
        append("messages/report_en.properties"); // nobody reads it in this language
        assertEquals(name, name(Map.of()));
        TreeSet<String> names = new TreeSet<>(List.of(name));
        List<String> rules = List.of(
                "rates.yaml",
                "columns.yaml",
                "occupations.yaml",
                "places.yaml",
                "sectors.yaml",
                "end-reasons.yaml",
                "answers.yaml",
                "regencies/9203-fakfak.yaml",
                "outbound/provisional-1.yaml",
                "messages/report_id.properties");
        for (String file : rules) {
            append(file);
            names.add(name(Map.of()));
        }
        assertEquals(rules.size() + 1, names.size());
    }

    /** Nothing but the shell is needed to prove a set, or to hold two of them against each other. */
    @Test
    void aSetIsProvedBySha256sum() throws Exception {
        Path set = keep("node1");

        Process sums = new ProcessBuilder("sha256sum", "-c", "--quiet", "SHA256SUMS")
                .directory(set.toFile())
                .inheritIO()
                .start();
        assertEquals(0, sums.waitFor());
        assertEquals(set.getFileName().toString(), RuleFiles.hash(Files.readAllBytes(set.resolve("SHA256SUMS"))));
        assertTrue(Files.readString(set.resolve("settings.properties")).contains("jembatan.language=id\n"));
        try (Stream<Path> all = Files.walk(set)) {
            for (Path path : all.toList()) {
                assertEquals(
                        Files.isDirectory(path) ? "rwx------" : "r--------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path)),
                        path.toString());
            }
        }
    }

    @Test
    void aSetIsKeptOnceByManyNodesAtTheSameTime() throws Exception {
        RuleFiles rules = RuleFiles.of(settings(Map.of()));
        List<Thread> nodes = Stream.of("a", "b", "c", "d")
                .map(node -> new Thread(() -> {
                    try {
                        archive(node).keep(rules);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .toList();
        TreeSet<String> failed = new TreeSet<>();
        nodes.forEach(node -> node.setUncaughtExceptionHandler((thread, e) -> failed.add(e.toString())));
        nodes.forEach(Thread::start);
        for (Thread node : nodes) {
            node.join();
        }
        Object before = Files.readAttributes(sets.resolve(rules.sha256()), "unix:ino,lastModifiedTime");
        keep("e");

        assertEquals(new TreeSet<>(), failed);
        assertEquals(before, Files.readAttributes(archive("f").open(rules.sha256()), "unix:ino,lastModifiedTime"));
        try (Stream<Path> left = Stream.of("a", "b", "c", "d", "e").map(folder::resolve)) {
            for (Path work : left.filter(Files::exists).toList()) {
                try (Stream<Path> files = Files.list(work)) {
                    assertEquals(List.of(), files.toList());
                }
            }
        }
    }

    @Test
    void aSetThatLacksAFileOrHasAnotherOrOneTooManyIsNotOpened() throws IOException {
        Path set = keep("node1");
        String name = set.getFileName().toString();
        Path rates = set.resolve("rates.yaml");
        byte[] was = Files.readAllBytes(rates);

        Files.delete(rates);
        assertLost(name, "rules.damaged", rates);
        Files.writeString(rates, "bpu: {}\n");
        assertLost(name, "rules.damaged", rates);
        Files.write(rates, was);
        archive("node1").open(name);
        Path more = Files.writeString(set.resolve("regencies/9999-lain.yaml"), "code: 9999\n");
        assertLost(name, "rules.damaged", more);
        Files.delete(more);
        Path sums = set.resolve("SHA256SUMS");
        Files.delete(sums);
        assertLost(name, "rules.damaged", sums);
        assertLost("0".repeat(64), "rules.gone", sets.resolve("0".repeat(64)));
    }

    /** Whoever has the files of a damaged set in hand mends it. */
    @Test
    void aDamagedSetIsMendedByAStartWithTheSameConfiguration() throws IOException {
        Path set = keep("node1");
        Files.delete(set.resolve("rates.yaml"));

        keep("node2");

        assertEquals(set, archive("node1").open(set.getFileName().toString()));
    }

    /** A program that says more than the one that archived the words says the rest in today's. */
    @Test
    void wordsThatALaterProgramAddsAreTodays() throws IOException {
        Path then = keep("node1");
        Files.writeString(
                config.resolve("messages/report_id.properties"),
                Files.readString(config.resolve("messages/report_id.properties"))
                                .replaceFirst("report.title=.*", "report.title=Lain")
                        + "report.new=Baru\n");

        Messages words = MessageFiles.loadArchived(then, "id", config);

        assertEquals("Baru", words.get("report.new"));
        assertEquals("Tanda terima", words.get("report.title"));
    }

    private void assertLost(String name, String key, Path file) {
        RulesLost lost = assertThrows(RulesLost.class, () -> archive("node1").open(name));
        assertEquals(key, lost.needed().key());
        String sentence = lost.needed().sentence(MessageFiles.load(config, "id"));
        assertTrue(sentence.contains(file.toString()), sentence);
    }
}
