package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each list of {@code examples/drops}, taken on its day through the real routes, is told what stands beside it. */
class ExamplesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> anExampleIsToldWhatStandsBesideIt() {
        return Stream.of(Database.values()).flatMap(database -> Example.all().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.name() + " on " + database, () -> tell(example.story(), example, database))));
    }

    private void tell(Story story, Example example, Database database) throws Exception {
        Path here = folder.resolve(database + "/" + example.name());
        try (StoryHome home = new StoryHome(story, here, database)) {
            Map<String, String> before = Map.of();
            Map<String, String> after = Map.of();
            for (Story.Step step : story.steps()) {
                before = after;
                home.play(step);
                after = home.published();
            }

            Map<String, String> told = new TreeMap<>(after);
            told.entrySet().removeAll(before.entrySet());
            new GoldenFolder(story.expected()).assertHolds(below("reply/" + example.folder() + "/", told));
        }
    }

    /** Whatever came elsewhere keeps its whole path, and so is found. */
    private static Map<String, String> below(String folder, Map<String, String> files) {
        return files.entrySet().stream()
                .collect(Collectors.toMap(
                        file -> file.getKey().startsWith(folder)
                                ? file.getKey().substring(folder.length())
                                : file.getKey(),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        TreeMap::new));
    }

    @Test
    void everyFileHasItsLineAndItsReply() throws IOException {
        Set<String> lines = Example.all().stream().map(Example::file).collect(Collectors.toCollection(TreeSet::new));
        Set<String> replies = Example.all().stream().map(Example::name).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(names(Example.ALL, file -> Files.isRegularFile(file) && !file.endsWith("README.md")), lines);
        assertEquals(names(Example.EXPECTED, Files::isDirectory), replies);
    }

    @Test
    void everyFormatIsAmongThem() {
        Map<String, String> formats = new HashMap<>();

        Example.all().forEach(example -> formats.put(example.file().replaceAll(".*\\.", ""), example.file()));

        assertTrue(
                formats.keySet().containsAll(Set.of("csv", "tsv", "xlsx", "xlsm", "xls", "json", "ndjson", "zip")),
                formats.toString());
    }

    private static Set<String> names(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(wanted)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
