package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ZipWriting;
import id.jembatan.disk.Turn;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.ReplyStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SPEC section 2: what is gone from {@code drop/} has been read, what remains has not, whenever a process died. */
class SourcesAreRemovedOnceReadTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String FIRST = HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n";
    private static final String SECOND = HEADER + "9203011306819002,YUNUS PATIRAN,13-06-1981\n";

    @TempDir
    private Path home;

    @Test
    void aZipLeftByAKillAfterItsEntriesWereLoggedIsOnlyRemoved() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            byte[] zip = zip();
            drop("kiriman.zip", zip);
            running.pass();
            forgetThatSourcesWereRemoved(running);

            drop("kiriman.zip", zip);
            running.pass();

            assertEquals(List.of("kiriman.zip!/a.csv", "kiriman.zip!/b.csv"), files(running));
            assertEquals(List.of(ReplyStatus.TAKEN, ReplyStatus.TAKEN), statuses(running));
            assertFalse(Files.exists(source("kiriman.zip")));
        }
    }

    @Test
    void aZipThatAKillLetGoBeforeThatWasMarkedIsAnsweredWhenItComesAgain() throws Exception {
        byte[] zip = zip();
        try (RunningHouse running = new RunningHouse(home)) {
            drop("kiriman.zip", zip);
            running.pass();
            forgetThatSourcesWereRemoved(running);
        }

        try (RunningHouse running = new RunningHouse(home)) {
            running.pass();
            drop("kiriman.zip", zip);
            running.pass();

            assertEquals(
                    List.of(ReplyStatus.TAKEN, ReplyStatus.TAKEN, ReplyStatus.SEEN, ReplyStatus.SEEN),
                    statuses(running));
        }
    }

    @Test
    void aFaultWhileAZipIsUnpackedLeavesNothingHalfReceived() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            drop("kiriman.zip", zip());
            Path month = Files.createDirectories(home.resolve("archive/2025/04"));
            // the second of the two receipts cannot be written
            JdbcClient.create(running.house().register().dataSource())
                    .sql("alter table drop_log add constraint no_more check (receipt < 2)")
                    .update();

            assertFalse(running.pass(), "the line stands still");
            assertEquals(List.of(), running.drops());
            assertTrue(Files.exists(source("kiriman.zip")));
            assertEquals(3, count(month), "the ZIP and its entries are safe already");

            JdbcClient.create(running.house().register().dataSource())
                    .sql("alter table drop_log drop constraint no_more")
                    .update();
            assertTrue(running.pass());

            assertEquals(List.of(ReplyStatus.TAKEN, ReplyStatus.TAKEN), statuses(running));
            assertEquals(
                    List.of(1L, 2L),
                    running.drops().stream()
                            .map(drop -> drop.receipt().number())
                            .toList());
            assertEquals(0, unfinished(), "nothing unpacked is left in work/");
        }
    }

    @Test
    @SuppressWarnings("try") // the turn is held, not used
    void aFileThatTakesThePlaceOfTheOneInHandIsAnotherDrop() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.drop("a.csv", FIRST);
            CompletableFuture<Boolean> pass;
            // the receipt is logged and waits for the journal; meanwhile the clerk saves again
            try (Turn journal = Turn.take(home.resolve("journal/.lock"))) {
                pass = CompletableFuture.supplyAsync(() -> passOf(running));
                while (running.drops().isEmpty() && !pass.isDone()) {
                    Thread.onSpinWait();
                }
                drop("a.csv", SECOND.getBytes(StandardCharsets.UTF_8));
            }

            assertTrue(pass.get(1, TimeUnit.MINUTES));
            assertTrue(running.pass());
            assertEquals(
                    List.of(FIRST, SECOND),
                    running.drops().stream().map(this::archived).toList());
            assertFalse(Files.exists(source("a.csv")));
        }
    }

    private static boolean passOf(RunningHouse running) {
        try {
            return running.pass();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String archived(LoggedDrop drop) {
        try {
            return Files.readString(
                    home.resolve("archive/2025/04/" + drop.receipt().sha256()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aZipThatFailsOnceInHandIsParkedEntryByEntry() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.before("read-judge-rows", "begin-reading", () -> {
                if (running.drops().get(0).step() == Step.RECEIVED) {
                    throw new IllegalStateException("a fault of ours");
                }
                return running;
            });
            drop("kiriman.zip", zip());

            running.pass();

            LoggedDrop first = running.drops().get(0);
            assertEquals(Step.PARKED, first.step());
            assertEquals(FIRST, Files.readString(running.of("parked", first).resolve("a.csv")));
            assertEquals(Step.REPLIED, running.drops().get(1).step());
        }
    }

    @Test
    void linksPipesAndUnreadableNamesStayAndAreNamed() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            Path folder = home.resolve("drop").resolve(RunningHouse.FAKFAK);
            Path outside = Files.writeString(home.resolve("outside.csv"), FIRST);
            Files.createSymbolicLink(folder.resolve("tautan 9203011205809001.csv"), outside);
            Files.createSymbolicLink(home.resolve("drop/folder-lain"), Files.createDirectories(home.resolve("other")));
            Files.writeString(home.resolve("other/daftar.csv"), FIRST);
            shell("mkfifo \"$0/pipa.csv\"", folder);
            shell("cp \"$0/../../../outside.csv\" \"$0/$(printf 'daft\\351r.csv')\"", folder);

            running.pass();

            assertEquals(List.of(), running.drops());
            assertEquals(
                    List.of(
                            "LEFT_ALONE 9203-fakfak/pekerja-rentan-2025/daft%E9r.csv",
                            "LEFT_ALONE 9203-fakfak/pekerja-rentan-2025/pipa.csv",
                            "LEFT_ALONE 9203-fakfak/pekerja-rentan-2025/tautan ************9001.csv",
                            "LEFT_ALONE folder-lain"),
                    HouseStatus.of(running.house()).attention().stream()
                            .sorted()
                            .toList());
        }
    }

    private static void shell(String command, Path folder) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", command, folder.toString())
                .inheritIO()
                .start();

        assertEquals(0, shell.waitFor(), command);
    }

    private static byte[] zip() {
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", FIRST).deflated();
        zip.add("b.csv", SECOND).deflated();
        return zip.bytes();
    }

    private void drop(String name, byte[] bytes) throws IOException {
        Path unfinished = Files.write(home.resolve("work/" + name), bytes);
        Files.move(unfinished, source(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path source(String name) {
        return home.resolve("drop").resolve(RunningHouse.FAKFAK).resolve(name);
    }

    /** As a kill leaves the log that comes just before the mark. */
    private static void forgetThatSourcesWereRemoved(RunningHouse running) {
        JdbcClient.create(running.house().register().dataSource())
                .sql("update drop_log set source_removed = false")
                .update();
    }

    private static List<String> files(RunningHouse running) {
        return running.drops().stream().map(drop -> drop.receipt().file()).toList();
    }

    private static List<ReplyStatus> statuses(RunningHouse running) {
        return running.drops().stream().map(drop -> drop.status().orElseThrow()).toList();
    }

    private static long count(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private long unfinished() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("work"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("zip-"))
                    .count();
        }
    }
}
