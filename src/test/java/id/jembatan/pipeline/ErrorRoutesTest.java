package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.ReplyStatus;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code routes/errors.camel.yaml} promises, in the real routes with the real beans; only the faults are ours. */
class ErrorRoutesTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String FIRST = HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n";
    private static final String SECOND = HEADER + "9203011306819002,YUNUS PATIRAN,13-06-1981\n";

    @TempDir
    private Path home;

    @Test
    void refusesAListWithoutAHeaderAndSaysWhy() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.drop("a.csv", "nothing that we know\n");

            assertTrue(running.pass());

            LoggedDrop drop = running.drops().get(0);
            assertEquals(Optional.of(ReplyStatus.REFUSED), drop.status());
            String summary = Files.readString(running.of("reply", drop).resolve("summary.json"));
            assertTrue(summary.contains("FILE_NO_HEADER"), summary);
            assertTrue(Files.exists(running.of("reply", drop).resolve("tanda-terima.html")));
            assertFalse(Files.exists(running.of("parked", drop)));
        }
    }

    @Test
    void neverTriesARefusedListAgain() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            AtomicInteger tries = new AtomicInteger();
            running.before("read-judge-rows", "begin-reading", tries::incrementAndGet);
            running.drop("a.csv", "nothing that we know\n");

            running.pass();

            assertEquals(1, tries.get());
        }
    }

    @Test
    void parksADropThatFailsAgainAndAgainAndGoesOnWithTheNext() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            AtomicInteger tries = new AtomicInteger();
            running.before("read-judge-rows", "begin-reading", () -> {
                if (running.drops().get(0).step() == Step.RECEIVED) {
                    tries.incrementAndGet();
                    throw new IllegalStateException("a fault of ours");
                }
                return tries;
            });
            running.drop("a.csv", FIRST);
            running.drop("b.csv", SECOND);

            assertTrue(running.pass());

            LoggedDrop first = running.drops().get(0);
            assertEquals(1 + 2, tries.get());
            assertEquals(
                    List.of(Step.PARKED, Step.REPLIED),
                    running.drops().stream().map(LoggedDrop::step).toList());
            assertEquals(FIRST, Files.readString(running.of("parked", first).resolve("a.csv")));
            assertTrue(Files.readString(running.of("parked", first).resolve("fault.txt"))
                    .contains("IllegalStateException"));
            assertFalse(Files.exists(running.of("reply", first)));
        }
    }

    @Test
    void goesOnWithADropThatFailedOnce() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            AtomicBoolean failed = new AtomicBoolean();
            running.before("settle-place-people", "settle-rows", () -> {
                if (!failed.getAndSet(true)) {
                    throw new IllegalStateException("a fault that passes");
                }
                return failed;
            });
            running.drop("a.csv", FIRST);

            assertTrue(running.pass());

            assertTrue(failed.get());
            assertEquals(Step.REPLIED, running.drops().get(0).step());
        }
    }

    @Test
    void callsNoFileSeenWhoseForerunnerWasParkedBeforeItSettled() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("settle-place-people", "settle-rows", () -> {
                if (running.drops().size() == 1) {
                    throw new IllegalStateException("a fault of ours");
                }
                return running;
            });
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());

            running.drop("again.csv", FIRST);
            assertTrue(running.pass());

            assertEquals(Step.PARKED, running.drops().get(0).step());
            assertEquals(Optional.of(ReplyStatus.TAKEN), running.drops().get(1).status());
        }
    }

    @Test
    void keepsThePeopleOfADropThatIsParkedWhenItHasSettled() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("report-write-reply", "begin-reply", () -> {
                throw new IllegalStateException("a fault of ours");
            });
            running.drop("a.csv", FIRST);

            assertTrue(running.pass());

            LoggedDrop drop = running.drops().get(0);
            assertEquals(Step.PARKED, drop.step());
            assertEquals(
                    drop.outcomes().read(),
                    running.house().rows().<Long>withOutcomes(drop.receipt().number(), drop.sheets(), rows -> {
                        long count = 0;
                        while (rows.hasNext()) {
                            rows.next();
                            count++;
                        }
                        return count;
                    }));
        }
    }

    @Test
    void parksADropWhoseArchivedBytesAreGone() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.before(
                    "read-judge-rows",
                    "begin-reading",
                    () -> Files.deleteIfExists(running.house()
                            .workspace()
                            .archived(
                                    running.drops().get(0).receipt().day(),
                                    running.drops().get(0).receipt().sha256())));
            running.drop("a.csv", FIRST);

            assertTrue(running.pass());

            LoggedDrop drop = running.drops().get(0);
            assertEquals(Step.PARKED, drop.step());
            assertTrue(Files.readString(running.of("parked", drop).resolve("fault.txt"))
                    .contains("NoSuchFileException"));
        }
    }

    @Test
    void stopsTheLineForAFaultThatEveryDropWouldMeetAndGoesOnWhenItIsMended() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            AtomicBoolean mended = new AtomicBoolean();
            AtomicInteger tries = new AtomicInteger();
            running.before("report-answer-drop", "to-write-reply", () -> {
                if (!mended.get()) {
                    tries.incrementAndGet();
                    throw new AccessDeniedException("reply");
                }
                return mended;
            });
            running.drop("a.csv", FIRST);
            running.drop("b.csv", SECOND);

            assertFalse(running.pass());

            assertEquals(Step.SETTLED, running.drops().get(0).step());
            assertFalse(Files.exists(running.of("parked", running.drops().get(0))));

            mended.set(true);
            assertTrue(running.pass());

            assertEquals(
                    List.of(Step.REPLIED, Step.REPLIED),
                    running.drops().stream().map(LoggedDrop::step).toList());
        }
    }

    /** Places are given in the order of receipts: who came later must not have one because of a fault. */
    @Test
    void aFileThatCouldNotBeReceivedIsNotOvertakenByOneThatCameLater() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            AtomicBoolean failed = new AtomicBoolean();
            running.before("intake-receive-drop", "receive-drop", () -> {
                if (!failed.getAndSet(true)) {
                    throw new AccessDeniedException("archive");
                }
                return failed;
            });
            running.drop("a.csv", FIRST);
            running.drop("b.csv", SECOND);

            assertFalse(running.pass());
            assertTrue(running.pass());

            assertEquals(
                    List.of("a.csv", "b.csv"),
                    running.drops().stream().map(drop -> drop.receipt().file()).toList());
        }
    }
}
