package id.jembatan.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.pipeline.AuditTrail.Break;
import id.jembatan.pipeline.AuditTrail.How;
import id.jembatan.register.Database;
import id.jembatan.stage.AuditMarks;
import id.jembatan.stage.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody changes the audit trail unseen (SPEC section 12). */
class AuditTrailTest {

    private static final Instant NOW = Instant.parse("2025-06-02T01:00:00Z");

    @TempDir
    Path folder;

    private Register register;
    private AuditTrail trail;
    private Path file;

    @BeforeEach
    void threeLines() throws IOException {
        register = Database.H2.open();
        trail = new AuditTrail(folder, Optional.of(new AuditMarks(register)));
        file = folder.resolve("audit.ndjson");
        for (int i = 1; i <= 3; i++) {
            trail.add(NOW, "ani", "undo", Map.of("receipt", i));
        }
    }

    @AfterEach
    void close() {
        register.close();
    }

    private void assertBreak(long line, How how) throws IOException {
        assertEquals(Optional.of(new Break(line, how)), trail.check().broken());
    }

    private List<String> lines() throws IOException {
        return new ArrayList<>(Files.readAllLines(file));
    }

    @Test
    void aTrailAsItWasWrittenIsWhole() throws IOException {
        assertEquals(Optional.empty(), trail.check().broken());
        assertEquals(3, trail.check().lines());
    }

    @Test
    void aChangedLineIsNamed() throws IOException {
        List<String> lines = lines();
        lines.set(1, lines.get(1).replace("\"ani\"", "\"budi\""));
        Files.write(file, lines);

        assertBreak(2, How.CHANGED);
    }

    @Test
    void theLastLineCannotBeChangedUnseenEither() throws IOException {
        List<String> lines = lines();
        lines.set(2, lines.get(2).replace("\"ani\"", "\"budi\""));
        Files.write(file, lines);

        assertBreak(3, How.CHANGED);
    }

    @Test
    void aLineTakenOutIsNamed() throws IOException {
        List<String> lines = lines();
        lines.remove(1);
        Files.write(file, lines);

        assertBreak(2, How.MISSING);
    }

    @Test
    void linesCutOffTheEndAreMissed() throws IOException {
        Files.write(file, lines().subList(0, 1));
        assertBreak(2, How.MISSING);

        Files.delete(file);
        assertBreak(1, How.MISSING);
    }

    @Test
    void aLineThatIsNoneIsNamed() throws IOException {
        List<String> lines = lines();
        lines.set(0, "maaf");
        Files.write(file, lines);

        assertBreak(1, How.UNREADABLE);
    }

    @Test
    void aLineThatAPowerCutToreCountsAsNeverWritten() throws IOException {
        Files.writeString(file, "{\"line\":4,\"prev", StandardOpenOption.APPEND);
        assertEquals(Optional.empty(), trail.check().broken());
        assertEquals(3, trail.check().lines());

        trail.add(NOW, "ani", "undo", Map.of("receipt", 4));

        assertEquals(Optional.empty(), trail.check().broken());
        assertEquals(4, trail.check().lines());
    }

    @Test
    void aTornLineThatHadBeenWrittenIsMissed() throws IOException {
        String all = Files.readString(file);
        Files.writeString(file, all.substring(0, all.length() - 9));

        assertBreak(3, How.MISSING);
    }

    /** The disk had come to the file's new length, and to the end of the line. */
    @Test
    void aLineOfWhichAPowerCutLeftZerosCountsAsNeverWritten() throws IOException {
        Files.write(file, "\0\0\0\"exit\":0}\n".getBytes(UTF_8), StandardOpenOption.APPEND);

        assertEquals(4, trail.add(NOW, "ani", "undo", Map.of("receipt", 4)));

        assertEquals(Optional.empty(), trail.check().broken());
        assertEquals(4, trail.check().lines());
    }

    @Test
    void zerosInALineThatWasKnownAreNotCutOffButTold() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[lines().get(0).length() + 5] = 0;
        Files.write(file, bytes);

        trail.add(NOW, "ani", "undo", Map.of("receipt", 4));

        assertEquals(4, lines().size());
        assertBreak(2, How.UNREADABLE);
    }

    @Test
    void linesOfBeforeTheyHadNumbersAreGoneOnFrom() throws IOException {
        Path older = Files.createDirectory(folder.resolve("older"));
        Files.writeString(
                older.resolve("audit.ndjson"),
                "{\"previous\":\"" + "0".repeat(64) + "\",\"at\":\"2025-01-01T00:00:00Z\",\"by\":\"ani\"}\n");
        AuditTrail goesOn = new AuditTrail(older);

        assertEquals(2, goesOn.add(NOW, "budi", "trace", Map.of()));

        assertEquals(Optional.empty(), goesOn.check().broken());
    }

    @Test
    void whatIsAskedStandsBeforeItIsDoneAndHowItEndedAfterwards() throws Exception {
        List<Integer> linesMeanwhile = new ArrayList<>();

        trail.around("ani", "undo", Map.of("receipt", 4), () -> {
            linesMeanwhile.add(lines().size());
            return 1;
        });

        assertEquals(List.of(4), linesMeanwhile);
        assertTrue(
                lines().get(4).endsWith("\"by\":\"ani\",\"action\":\"undo\",\"asked\":4,\"exit\":1}"), lines().get(4));
    }

    @Test
    void whatFailsStandsThereTooAndGoesOn() throws Exception {
        assertThrows(
                IOException.class,
                () -> trail.around("ani", "undo", Map.of(), () -> {
                    throw new IOException("9203011205809001");
                }));

        assertTrue(lines().get(4).endsWith("\"asked\":4,\"failed\":\"IOException\"}"), lines().get(4));
    }
}
