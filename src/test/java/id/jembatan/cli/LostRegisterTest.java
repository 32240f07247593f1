package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A register that is not the one of the journal: going on would give numbers twice and lose what it does now. */
class LostRegisterTest {

    private static final String LIST = "NIK,NAMA,TANGGAL LAHIR\n9203011205809001,UDIN WAGAB,12-05-1980\n";

    @TempDir
    Path home;

    @Test
    void anEmptiedRegisterBesideAJournalStopsEveryCommandAndChangesNothing() throws IOException {
        drop("a.csv");
        assertEquals(Jembatan.DONE, Told.on("2025-06-02", home, "ingest").exit());
        byte[] journal = journal();
        empty(home.resolve("db"));
        drop("b.csv");

        Told told = Told.on("2025-06-02", home, "ingest");

        assertEquals(Jembatan.FAULT, told.exit());
        assertTrue(told.err().contains("register ini bukan yang menulis jurnal"), told.err());
        assertArrayEquals(journal, journal());
        assertTrue(Files.exists(home.resolve("drop/9203-fakfak/pekerja-rentan-2025/b.csv")));
    }

    private void drop(String name) throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(folder.resolve(name), LIST);
    }

    private byte[] journal() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".ndjson"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
