package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the line cannot go on, whoever asked for the work hears that and not that there was none (SPEC section 11.3). */
class StoppedLineIsToldTest {

    private static final String DAY = "2025-06-02";

    @TempDir
    Path folder;

    @Test
    void ingestSaysThatItStoppedAndGoesOnWhenItIsMended() throws Exception {
        Path home = folder.resolve("home");
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "ingest").exit());
        Path list = home.resolve("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv");
        Files.writeString(list, "NIK;NAMA;TANGGAL LAHIR\n9203011205809001;UDIN WAGAB;12-05-1980\n");
        Path inTheWay = Files.createFile(home.resolve("archive/2025"));

        Told stopped = Told.on(DAY, home, "ingest");

        assertEquals(Jembatan.FAULT, stopped.exit());
        assertTrue(
                stopped.err().contains("jembatan: Pekerjaan berhenti sebelum semua berkas selesai (LINE_STOPPED since"),
                stopped.err());
        assertFalse(stopped.out().contains("Tidak ada berkas baru"), stopped.out());
        assertTrue(Files.exists(list));

        Files.delete(inTheWay);
        Told mended = Told.on(DAY, home, "ingest");
        assertEquals(Jembatan.DONE, mended.exit(), mended.err());
        assertTrue(mended.out().contains("TAKEN"), mended.out());
    }
}
