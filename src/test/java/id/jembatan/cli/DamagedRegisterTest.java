package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An embedded register's file that is cut short, full of garbage, or of another format: refused in a sentence, and rebuilt. */
class DamagedRegisterTest {

    private static final String DAY = "2025-06-02";
    private static final Path OLD_FORMAT = Path.of("src/test/resources/register/h2-1.4.200.mv.db");

    @TempDir
    Path home;

    private Path register;
    private String before;

    @BeforeEach
    void aHomeWithOnePersonSent() throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(folder.resolve("a.csv"), "NIK,NAMA,TANGGAL LAHIR\n9203011205809001,UDIN WAGAB,12-05-1980\n");
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "ingest").exit());
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "enrol").exit());
        register = home.resolve("db/register.mv.db");
        before = Told.on(DAY, home, "status", "--json").out();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10})
    void cutShort(int percent) throws IOException {
        cut(percent);

        isRefusedInASentenceAndRebuilt("jembatan rebuild");
    }

    /** What stands at the end may be room that nobody needs: then nothing is lost, and nothing may be said otherwise. */
    @Test
    void cutShortFurtherBehindItIsWholeOrRefused() throws IOException {
        cut(50);

        Told told = Told.on(DAY, home, "status", "--json");

        if (told.exit() == Jembatan.DONE) {
            assertEquals(before, told.out());
        } else {
            isRefusedInASentenceAndRebuilt("jembatan rebuild");
        }
    }

    private void cut(int percent) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(register.toFile(), "rw")) {
            file.setLength(file.length() * percent / 100);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8192})
    void fullOfGarbageFromThereOn(int from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(register.toFile(), "rw")) {
            byte[] garbage = new byte[(int) file.length() - from];
            new Random(9001).nextBytes(garbage);
            file.seek(from);
            file.write(garbage);
        }

        isRefusedInASentenceAndRebuilt("jembatan rebuild");
    }

    @Test
    void ofTheFormatOfAnH2ThatIsMuchOlder() throws IOException {
        Files.write(register, Files.readAllBytes(OLD_FORMAT));

        isRefusedInASentenceAndRebuilt("dalam format yang tidak dibaca program ini");
        assertArrayEquals(Files.readAllBytes(OLD_FORMAT), Files.readAllBytes(home.resolve("db/set-aside-1.mv.db")));
    }

    /** A register that was lost and is empty, or knows less than the journal, is refused as well as one that cannot be read. */
    private void isRefusedInASentenceAndRebuilt(String sentence) throws IOException {
        Told told = Told.on(DAY, home, "ingest");
        assertEquals(Jembatan.FAULT, told.exit(), told.toString());
        assertTrue(told.err().contains(sentence), told.err());
        assertTrue(told.err().contains("jembatan rebuild"), told.err());

        Told rebuilt = Told.on(DAY, home, "rebuild");
        if (rebuilt.exit() != Jembatan.DONE) {
            assertTrue(rebuilt.err().contains("rebuild --force"), rebuilt.toString());
            assertEquals(Jembatan.DONE, Told.on(DAY, home, "rebuild", "--force").exit());
        }
        assertEquals(before, Told.on(DAY, home, "status", "--json").out());
    }
}
