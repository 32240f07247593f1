package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.register.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole stories: files in, replies and batches out, through the real routes, compared byte for byte.
 */
class StoriesTest {

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

            new GoldenFolder(story.expected()).assertHolds(told);
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
            List<String> said = home.play(step);
            Map<String, String> after = home.published();
            String under = number++ + "-" + step.on() + "/";
            for (int i = 0; i < said.size(); i++) {
                told.put(under + "command-" + (i + 1) + ".txt", said.get(i));
            }
            for (Map.Entry<String, String> file : after.entrySet()) {
                if (!file.getValue().equals(before.get(file.getKey()))) {
                    told.put(under + file.getKey(), file.getValue());
                }
            }
            String gone = before.keySet().stream()
                    .filter(path -> !after.containsKey(path))
                    .map(path -> path + "\n")
                    .collect(Collectors.joining());
            if (!gone.isEmpty()) {
                told.put(under + "gone.txt", gone);
            }
            before = after;
        }
        return told;
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
}
