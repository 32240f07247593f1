package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.register.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stories, told once undisturbed and once with a register that is lost and rebuilt after each step: the rebuilt one
 * is equal to the lost one in every row, and goes on as if nothing had happened.
 */
class LostAndRebuiltTest {

    /** Updates, cases, reviews, promotions, ends: what PostgreSQL could do otherwise. */
    private static final Set<String> ALSO_ON_POSTGRESQL = Set.of(
            "outcomes-against-the-register",
            "waiting-by-quota",
            "programme-end",
            "wage-earners",
            "leavers",
            "full-list",
            "reviews",
            "answers",
            "answers-decided",
            "months-and-kinds",
            "taken-back",
            "silence",
            "purge");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> aRebuiltRegisterIsTheLostOneAndGoesOnAsItWould() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Story story : Story.all()) {
            tests.add(DynamicTest.dynamicTest(story.name(), () -> tell(story, Database.H2)));
            if (ALSO_ON_POSTGRESQL.contains(story.name())) {
                tests.add(DynamicTest.dynamicTest(
                        story.name() + " on PostgreSQL", () -> tell(story, Database.POSTGRESQL)));
            }
        }
        return tests.stream();
    }

    private void tell(Story story, Database database) throws Exception {
        Path here = folder.resolve(story.name() + "-" + database);
        Supplier<String> url = database == Database.H2
                ? () -> database.newUrl() + ";DB_CLOSE_DELAY=-1" // it outlives the rebuild that fills it
                : database::newUrl;
        try (StoryHome undisturbed = new StoryHome(story, here.resolve("undisturbed"), url);
                StoryHome disturbed = new StoryHome(story, here.resolve("disturbed"), url)) {
            for (Story.Step step : story.steps()) {
                undisturbed.play(step);
                disturbed.play(step);
                Map<String, String> lost = disturbed.register();
                Map<String, String> files = disturbed.everything();
                String status = disturbed.status();

                disturbed.loseAndRebuildRegister();

                assertSame(lost, disturbed.register());
                assertEquals(status, disturbed.status());
                assertSame(files, disturbed.everything());
            }
            assertSame(undisturbed.register(), disturbed.register());
            assertSame(withoutMoments(undisturbed.everything()), withoutMoments(disturbed.everything()));
        }
    }

    /** Two homes were not asked at the same moment, and the audit trail says when. */
    private static Map<String, String> withoutMoments(Map<String, String> files) {
        Map<String, String> without = new TreeMap<>(files);
        without.remove("journal/audit.ndjson");
        return without;
    }

    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        assertEquals(expected.keySet(), found.keySet());
        for (Map.Entry<String, String> one : new TreeMap<>(expected).entrySet()) {
            assertEquals(one.getValue(), found.get(one.getKey()), one.getKey());
        }
    }
}
