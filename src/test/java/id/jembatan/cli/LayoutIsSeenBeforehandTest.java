package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code outbound preview}: what a branch would get, before anything is frozen. */
class LayoutIsSeenBeforehandTest {

    private static final String DAY = "2025-06-02";
    private static final String[] PROGRAMME = {"--regency", "9203", "--programme", "pekerja-rentan-2025"};

    @TempDir
    Path home;

    @Test
    void showsTenPeopleMaskedInTheLayoutThatIsAskedFor() throws IOException {
        StringBuilder list = new StringBuilder("NIK,NAMA,TANGGAL LAHIR,KECAMATAN\n");
        for (int serial = 9001; serial <= 9012; serial++) {
            list.append("920301120580" + serial + ",UDIN " + (char) ('A' + serial - 9001) + "NGEN,12-05-1980,Fakfak\n");
        }
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(folder.resolve("a.csv"), list);
        Told.on(DAY, home, "ingest");

        Told told = preview("--profile", "provisional-2");

        assertEquals(Jembatan.DONE, told.exit(), told.err());
        assertTrue(told.out().contains("peserta-9203-pekerja-rentan-2025-20250602-00-001-fakfak.xlsx"), told.out());
        assertTrue(told.out().contains("************9010"), told.out());
        assertTrue(told.out().contains("U*** A***"), told.out());
        assertFalse(told.out().contains("9011"), told.out());
        assertFalse(told.out().contains("UDIN"), told.out());
        assertFalse(Files.exists(home.resolve("outbound/fakfak")));
    }

    @Test
    void namesTheLayoutsThatThereAre() {
        Told told = preview("--profile", "rahasia");

        assertEquals(Jembatan.WRONG_USAGE, told.exit());
        assertTrue(told.err().contains("provisional-1, provisional-2"), told.err());
    }

    private Told preview(String... more) {
        String[] command = new String[2 + PROGRAMME.length + more.length];
        command[0] = "outbound";
        command[1] = "preview";
        System.arraycopy(PROGRAMME, 0, command, 2, PROGRAMME.length);
        System.arraycopy(more, 0, command, 2 + PROGRAMME.length, more.length);
        return Told.on(DAY, home, command);
    }
}
