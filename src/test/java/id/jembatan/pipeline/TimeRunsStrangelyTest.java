package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.StoredBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clocks that are set back and forward, nights that nobody was there for, and the end of a year. */
class TimeRunsStrangelyTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String FIRST = HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n";
    private static final String SECOND = HEADER + "9203011306819002,YUNUS PATIRAN,13-06-1981\n";
    private static final String THIRD = HEADER + "9203011508839003,OBED KABES,15-08-1983\n";
    private static final ZoneId PAPUA = ZoneId.of("Asia/Jayapura");

    @TempDir
    private Path home;

    private final SetClock clock = new SetClock();

    /** Somebody sets it. */
    private static final class SetClock extends Clock {
        private Instant now = Instant.EPOCH;

        /** As a clock on a wall in Fakfak shows it. */
        void set(String local) {
            now = java.time.LocalDateTime.parse(local).atZone(PAPUA).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private RunningHouse open() throws Exception {
        return new RunningHouse(
                home, Map.of("jembatan.today", "", "jembatan.enrol.cron", "0 0 1 * * ?"), Path.of("config"), clock);
    }

    private static List<LocalDate> days(RunningHouse running) {
        return running.drops().stream().map(drop -> drop.receipt().day()).toList();
    }

    private static List<String> batches(RunningHouse running) {
        return running.house().listBatchesAfter(0).stream()
                .map(StoredBatch::number)
                .toList();
    }

    @Test
    void aClockThatIsSetBackBringsNoEarlierDayAndIsTold() throws Exception {
        clock.set("2025-06-10T10:00");
        try (RunningHouse running = open()) {
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());

            clock.set("2025-06-07T10:00");
            running.drop("b.csv", SECOND);
            assertTrue(running.pass());

            assertEquals(List.of(LocalDate.of(2025, 6, 10), LocalDate.of(2025, 6, 10)), days(running));
        }
        clock.set("2000-01-01T00:00"); // its battery is empty, and the machine was started again
        try (RunningHouse running = open()) {
            assertTrue(
                    new HouseHealth(running.house())
                            .reasons()
                            .contains("CLOCK_BEHIND 2000-01-01 < 2025-06-10 Asia/Jayapura"),
                    new HouseHealth(running.house()).reasons().toString());
            running.drop("c.csv", THIRD);
            assertTrue(running.pass());
            running.service().openNights();

            assertEquals(LocalDate.of(2025, 6, 10), days(running).get(2));
            assertTrue(Files.isDirectory(home.resolve("archive/2025/06")));
            assertFalse(Files.exists(home.resolve("archive/2000")));
            assertEquals(List.of(), batches(running), "no night is made up by a clock that is wrong");
            running.service().enrol();
            assertEquals(List.of("9203-pekerja-rentan-2025-20250610-01"), batches(running));
        }
    }

    /** What a wrong clock has brought about can be taken back, and does not hold the day for ever. */
    @Test
    void aDropThatIsUndoneHoldsNoDay() throws Exception {
        clock.set("2025-11-30T10:00");
        try (RunningHouse running = open()) {
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());
            LoggedDrop drop = running.drops().get(0);
            assertEquals(List.of(), new UndoDrop(running.house()).undo(drop, "budi", "jam salah"));
        }
        clock.set("2025-06-10T10:00");
        try (RunningHouse running = open()) {
            running.drop("b.csv", SECOND);
            assertTrue(running.pass());

            assertEquals(LocalDate.of(2025, 6, 10), days(running).get(1));
        }
    }

    @Test
    void ofManyMissedNightsTheLastIsMadeUpOnce() throws Exception {
        clock.set("2025-06-02T10:00");
        try (RunningHouse running = open()) {
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());
        }
        clock.set("2025-06-12T10:00"); // nobody was there for ten nights
        try (RunningHouse running = open()) {
            assertTrue(new HouseHealth(running.house())
                    .reasons().stream().anyMatch(reason -> reason.startsWith("NIGHT_MISSED 2025-06-12")));
            running.service().openNights();
        }
        clock.set("2025-06-12T11:00");
        try (RunningHouse running = open()) {
            running.drop("b.csv", SECOND);
            assertTrue(running.pass());
            running.service().openNights();
        }
        clock.set("2025-06-11T23:00"); // back over midnight: the next night has been
        try (RunningHouse running = open()) {
            running.service().openNights();

            assertEquals(List.of("9203-pekerja-rentan-2025-20250612-01"), batches(running));
            assertEquals(
                    List.of(),
                    new HouseHealth(running.house())
                            .reasons().stream()
                                    .filter(reason -> reason.startsWith("NIGHT"))
                                    .toList());
        }
    }

    @Test
    void aYearEndsBetweenTwoReceipts() throws Exception {
        clock.set("2025-12-31T23:59:59.500");
        try (RunningHouse running = open()) {
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());
            clock.set("2026-01-01T00:00:01");
            running.drop("b.csv", SECOND);
            assertTrue(running.pass());

            assertEquals(List.of(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1)), days(running));
            for (LoggedDrop drop : running.drops()) {
                assertTrue(Files.exists(running.of("reply", drop).resolve("summary.json")));
                assertTrue(Files.exists(running.house()
                        .workspace()
                        .archived(drop.receipt().day(), drop.receipt().sha256())));
            }
            assertTrue(Files.isDirectory(home.resolve("archive/2025/12")));
            assertTrue(Files.isDirectory(home.resolve("archive/2026/01")));
        }
        clock.set("2026-01-01T02:00");
        try (RunningHouse running = open()) { // its journal goes from one year's file to the next
            running.service().openNights();
            running.drop("a.csv", FIRST);
            assertTrue(running.pass());

            assertEquals(Map.of(), running.house().log().receipts().listSourcesLeft());
            assertEquals(3, running.drops().size());
        }
    }
}
