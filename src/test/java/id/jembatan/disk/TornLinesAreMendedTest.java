package id.jembatan.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a power cut leaves of records that were about to be written: any of their blocks, and zeros for the others. */
class TornLinesAreMendedTest {

    @TempDir
    Path folder;

    private Journal journal;
    private Path january;

    @BeforeEach
    void writeThree() throws IOException {
        journal = new Journal(folder);
        january = folder.resolve("2025-01.ndjson");
        journal.append("2025-01", List.of(record(1), record(2), record(3)));
    }

    @Test
    void whatNobodyHadWaitedForIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(january);
        journal.append("2025-01", List.of(record(4), record(5), record(6)));
        tear(january, whole.length + 10, 30); // the middle of 4; 5 and 6 are whole

        journal.mend(3);

        assertArrayEquals(whole, Files.readAllBytes(january));
        assertEquals(Optional.of(3L), journal.last().map(Journal.Mark::seq));
    }

    @Test
    void aRecordThatWasThereBeforeStays() throws IOException {
        journal.append("2025-01", List.of(record(4)));
        byte[] longer = Files.readAllBytes(january);
        journal.append("2025-01", List.of(record(5)));
        tear(january, longer.length + 1, 5);

        journal.mend(3);

        assertEquals(Optional.of(4L), journal.last().map(Journal.Mark::seq));
        assertArrayEquals(longer, Files.readAllBytes(january));
    }

    /** A disk that lost what it had is damaged: nothing good behind the hole is thrown away. */
    @Test
    void aHoleInWhatWasWrittenLongAgoIsLeftToBeTold() throws IOException {
        tear(january, 5, 10);
        byte[] damaged = Files.readAllBytes(january);

        journal.mend(3);

        assertArrayEquals(damaged, Files.readAllBytes(january));
    }

    @Test
    void aMonthThatHadJustBegunIsEmptyAgain() throws IOException {
        journal.append("2025-02", List.of(record(4), record(5)));
        Path february = folder.resolve("2025-02.ndjson");
        tear(february, 0, 20);

        journal.mend(3);

        assertEquals(0, Files.size(february));
        assertEquals(Optional.of(3L), journal.last().map(Journal.Mark::seq));
    }

    @Test
    void aWholeJournalIsLeftAsItIs() throws IOException {
        byte[] whole = Files.readAllBytes(january);

        journal.mend(3);

        assertArrayEquals(whole, Files.readAllBytes(january));
    }

    private static String record(long seq) {
        return "{\"seq\":" + seq + ",\"kind\":\"of a test\",\"text\":\"" + "x".repeat(40) + "\"}";
    }

    private static void tear(Path file, int from, int length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, from, from + length, (byte) 0);
        Files.write(file, bytes);
    }
}
