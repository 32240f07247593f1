package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.EditedConfig;
import id.jembatan.domain.LoggedDrop.Step;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service is stopped in the middle of lists, an agreement is changed, and it is started again. */
class RulesChangeMeanwhileTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";

    @TempDir
    private Path folder;

    @Test
    void aRowThatWasJudgedAndOneThatWasOnlyReceivedGoByTheRulesOfTheirReceipt() throws Exception {
        Path home = folder.resolve("home");
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("report-write-reply", "begin-reply", () -> {
                throw new AccessDeniedException("reply");
            });
            running.drop("a.csv", HEADER + "9203011205659001,YOSEP HINDOM,12-05-1965\n");
            assertFalse(running.pass());
            assertEquals(Step.SETTLED, running.drops().get(0).step());
        }
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("intake-work-drops", "begin-pass", () -> {
                throw new AccessDeniedException("work");
            });
            running.drop("b.csv", HEADER + "9203011306669002,YUNUS PATIRAN,13-06-1966\n");
            assertFalse(running.pass());
            assertEquals(Step.RECEIVED, running.drops().get(1).step());
        }

        try (RunningHouse running = new RunningHouse(home, Map.of(), youngerOnly())) {
            running.drop("c.csv", HEADER + "9203011407679003,MARTEN IBA,14-07-1967\n");
            assertTrue(running.pass());

            assertEquals(
                    List.of(
                            "2,ACCEPTED,SEX_FROM_NIK,",
                            "2,ACCEPTED,SEX_FROM_NIK,",
                            "2,REJECTED,AGE_ABOVE;SEX_FROM_NIK,"),
                    running.drops().stream()
                            .map(drop -> outcome(running.of("reply", drop).resolve("rows.csv")))
                            .toList());
        }
    }

    private static String outcome(Path rows) {
        try {
            return Files.readAllLines(rows).get(1).replaceFirst("^,", "");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The agreement of Fakfak with nobody above 50. */
    private Path youngerOnly() throws IOException {
        return new EditedConfig(folder.resolve("config"))
                .replace("regencies/9203-fakfak.yaml", "(?m)^    start: 2025-04.*$", "$0\n    age: {min: 18, max: 50}")
                .folder();
    }
}
