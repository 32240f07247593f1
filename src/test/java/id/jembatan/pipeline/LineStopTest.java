package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a line that stands still says of itself, to its own process and to {@code status}. */
class LineStopTest {

    private static final Instant FIRST = Instant.parse("2025-06-02T01:00:00.5Z");

    @TempDir
    private Path work;

    @Test
    void theFirstMomentCountsAndItIsOverWhenTheLineMoves() throws Exception {
        try (Node node = Node.take(work, "node1")) {
            LineStop stop = new LineStop(node.folder());

            stop.stop(new IOException("No space left on device, while writing UDIN"), FIRST);
            stop.stop(new IOException("again"), FIRST.plusSeconds(60));

            assertEquals(
                    List.of("LINE_STOPPED since 2025-06-02T01:00:00Z: IOException, the disk is full"),
                    LineStop.of(work));
            stop.goOn();
            assertEquals(Optional.empty(), stop.reason());
            assertEquals(List.of(), LineStop.of(work));
        }
    }

    @Test
    void sumsThatDoNotComeOutAreSaidOnThoughTheLineMoves() throws Exception {
        try (Node node = Node.take(work, "node1")) {
            LineStop stop = new LineStop(node.folder());

            stop.stop(new IOException("first"), FIRST);
            stop.stop(
                    new RuntimeException(new IllegalStateException("control total: expected 2 lines, found 1")), FIRST);
            stop.goOn();

            assertEquals(List.of("NOT_BALANCED since 2025-06-02T01:00:00Z: IllegalStateException"), LineStop.of(work));
        }
    }

    @Test
    void whatADeadProcessSaidIsOver() throws Exception {
        Path folder;
        try (Node node = Node.take(work, "node1")) {
            folder = node.folder();
            new LineStop(folder).stop(new IOException("gone"), FIRST);
        }

        assertEquals(true, Files.exists(folder.resolve("stopped")));
        assertEquals(List.of(), LineStop.of(work));
    }

    @Test
    void aDiskThatCannotBeWrittenIsToldInWords() {
        assertEquals("IOException, the disk is full", Faults.kindOf(new IOException("No space left on device")));
        assertEquals(
                "FileSystemException, the disk only reads",
                Faults.kindOf(new FileSystemException("/x/NAMA", null, "Read-only file system")));
        assertEquals(
                "AccessDeniedException, a folder's rights do not let us in",
                Faults.kindOf(new IllegalStateException(new AccessDeniedException("/x/NAMA"))));
        assertEquals("IOException", Faults.kindOf(new IOException("NAMA: Broken pipe")));
    }
}
