package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is really full, under the register's own file and all others: a small file system in memory, which wants a
 * Linux and its root. The service says so, lives, and goes on by itself when there is room; nothing is parked.
 */
class FullDiskTest {

    private static final String DAY = "2025-06-02";
    private static final String FOLDER = "drop/9203-fakfak/pekerja-rentan-2025";
    private static final int ROWS = 4_000;
    private static final long LEFT_FOR_THE_REGISTER = 1024 * 1024;
    private static final long PATIENCE_MIN = 5;

    @TempDir
    private Path folder;

    @AfterEach
    void unmount() throws Exception {
        new ProcessBuilder("umount", "-l", disk().toString()).start().waitFor();
    }

    private Path disk() {
        return folder.resolve("disk");
    }

    @Test
    void theServiceSaysItAndGoesOnWhenThereIsRoom() throws Exception {
        mount();
        Path list = list();
        Path alone = Files.createDirectories(folder.resolve("alone/home"));
        try (RunningService service = start(alone)) {
            drop(alone, list);
            await(() -> isAnswered(alone), service);
        }

        Path home = Files.createDirectories(disk().resolve("home"));
        try (RunningService service = start(home)) {
            Path ready = ready(home, list);
            Path ballast = fill(Files.size(list) + LEFT_FOR_THE_REGISTER);
            Files.move(ready, home.resolve(FOLDER).resolve("daftar.csv"));
            await(() -> service.said().contains("the line stands still"), service);
            assertTrue(service.said().contains("MVStoreException"), "H2 had no room: " + service.said());
            Files.delete(ballast);
            await(() -> isAnswered(home), service);
            assertTrue(service.process().isAlive(), service.said());
        }

        assertEquals(replies(alone), replies(home));
        assertEquals(List.of(), files(home.resolve("parked")));
        assertEquals(List.of(), files(home.resolve(FOLDER)));
    }

    private void mount() throws Exception {
        Files.createDirectories(disk());
        int mounted;
        try {
            mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk().toString())
                    .start()
                    .waitFor();
        } catch (IOException noSuchProgram) {
            mounted = -1;
        }
        assumeTrue(mounted == 0, "NOT TRIED: no file system can be mounted here");
    }

    private static RunningService start(Path home) throws Exception {
        return RunningService.on(DAY, home, Map.of("jembatan.intake.free-space", "0", "jembatan.faults.delay", "100"));
    }

    private Path list() throws IOException {
        Path list = folder.resolve("daftar.csv");
        InventedLists.write(
                list,
                OfficeStyle.SEMICOLON_TEXT,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                1,
                ROWS,
                Faults.usual(),
                7);
        return list;
    }

    private static void drop(Path home, Path list) throws IOException {
        Files.move(ready(home, list), home.resolve(FOLDER).resolve("daftar.csv"));
    }

    /** Under a name that is left alone. */
    private static Path ready(Path home, Path list) throws IOException {
        Path unfinished = Files.copy(list, home.resolve(FOLDER).resolve(".daftar.csv"));
        Files.setLastModifiedTime(unfinished, FileTime.from(Instant.parse("2025-06-01T00:00:00Z")));
        return unfinished;
    }

    /** Room is left to take the list, and not for the register to hold its rows. */
    private Path fill(long left) throws IOException {
        Path ballast = disk().resolve("ballast");
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(disk()).getUsableSpace() > left) {
                out.write(block);
            }
        }
        return ballast;
    }

    private static boolean isAnswered(Path home) throws IOException {
        return files(home.resolve("reply")).stream().anyMatch(file -> file.endsWith("summary.json"));
    }

    private static Map<String, String> replies(Path home) throws IOException {
        Map<String, String> replies = new TreeMap<>();
        for (Path file : files(home.resolve("reply"))) {
            replies.put(home.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return replies;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static void await(Callable<Boolean> what, RunningService alive) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MIN);
        while (!what.call()) {
            assertTrue(alive.process().isAlive() && System.nanoTime() < end, alive.said());
            alive.process().waitFor(20, TimeUnit.MILLISECONDS);
        }
    }
}
