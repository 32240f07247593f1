package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole stories: files in, replies and batches out, through the real routes, compared byte for byte.
 * {@code -Djembatan.golden=write} writes down what came; whoever does that reads every line of it.
 */
class StoriesTest {

    private static final boolean WRITE = "write".equals(System.getProperty("jembatan.golden"));

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aDropOrABatchComesOutAsWrittenDown() {
        return Stream.of(Database.values()).flatMap(database -> Story.all().stream()
                .map(story -> DynamicTest.dynamicTest(story.name() + " on " + database, () -> tell(story, database))));
    }

    private void tell(Story story, Database database) throws Exception {
        try (StoryHome home = new StoryHome(story, folder.resolve(database + "/" + story.name()), database)) {
            Map<String, String> told = play(story, home);
            told.put("status.json", home.status());

            if (WRITE) {
                write(story, told);
            }
            assertSame(read(story.expected()), told);
            told.forEach(StoriesTest::assertBalanced);
            assertEquals(List.of(), home.deadLinks());
            assertNothingChangesTheSecondTime(home);
        }
    }

    /** What is new or other after each step, under the step's number and day. */
    private static Map<String, String> play(Story story, StoryHome home) throws Exception {
        Map<String, String> told = new TreeMap<>();
        Map<String, String> before = Map.of();
        int number = 1;
        for (Story.Step step : story.steps()) {
            home.play(step);
            Map<String, String> after = home.published();
            String under = number++ + "-" + step.on() + "/";
            for (Map.Entry<String, String> file : after.entrySet()) {
                if (!file.getValue().equals(before.get(file.getKey()))) {
                    told.put(under + file.getKey(), file.getValue());
                }
            }
            for (String path : before.keySet()) {
                assertTrue(after.containsKey(path), path + " is gone after step " + under);
            }
            before = after;
        }
        return told;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> told) {
        List<Executable> each = new ArrayList<>();
        each.add(() -> assertEquals(lines(expected), lines(told), "files"));
        told.forEach((path, text) -> each.add(() -> assertEquals(expected.get(path), text, path)));
        assertAll(each);
    }

    private static String lines(Map<String, String> files) {
        return String.join("\n", new TreeSet<>(files.keySet()));
    }

    /** The law of SPEC section 6, reckoned here and not by the product. */
    private static void assertBalanced(String path, String text) {
        if (path.endsWith("summary.json")) {
            JsonNode rows = tree(text).get("rows");
            long sum = 0;
            for (JsonNode count : rows) {
                sum += count.asLong();
            }
            assertEquals(2 * rows.get("read").asLong(), sum, path + ": read is the sum of the rest");
        }
    }

    private static JsonNode tree(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertNothingChangesTheSecondTime(StoryHome home) throws Exception {
        Map<String, String> before = home.everything();
        home.ingest();
        assertEquals(before, home.everything(), "taking in a second time");

        home.enrol();
        Map<String, String> enrolled = home.everything();
        String status = home.status();
        home.enrol();
        home.ingest();
        assertEquals(enrolled, home.everything(), "enrolling a second time");
        assertEquals(status, home.status(), "status after enrolling a second time");
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void write(Story story, Map<String, String> told) throws IOException {
        if (Files.exists(story.expected())) {
            try (Stream<Path> old = Files.walk(story.expected())) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, String> file : told.entrySet()) {
            Path path = story.expected().resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
