package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register's file is written anew while a service has it open: nothing of the people stays, and the service goes on. */
class PurgedBesideTheServiceTest {

    private static final String NAME = "ZEFQUN WEXOLYIWATI";
    private static final String PAST = "2036-04-01";

    @TempDir
    private Path folder;

    @Test
    void theServiceAnswersTheNextListAsBefore() throws Exception {
        Path home = folder.resolve("home");
        Told.on("2025-06-02", home, "status");
        Path list = home.resolve("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv");
        Files.writeString(list, "NIK,NAMA,TANGGAL LAHIR\n9203011205809321," + NAME + ",12-05-1980\n");
        assertEquals(0, Told.on("2025-06-02", home, "ingest").exit());
        assertEquals(0, Told.on("2025-06-02", home, "enrol").exit());
        assertTrue(isHeldIn(home.resolve("db")));

        try (RunningService service = RunningService.on(PAST, home, Map.of())) {
            Told told = Told.on(PAST, home, "purge", "--as", "budi");

            assertEquals(0, told.exit(), told.err());
            assertTrue(told.out().contains("1 orang dihapus"), told.out());
            assertFalse(isHeldIn(home.resolve("db")));
            assertFalse(isHeldIn(home.resolve("outbound")));
            Files.writeString(
                    home.resolve("drop/9203-fakfak/latihan/latihan.csv"),
                    "NIK,NAMA,TANGGAL LAHIR\n9203011205809331,UDIN WAGAB,12-05-1990\n");
            service.awaitFile(home.resolve("reply/9203-fakfak/latihan/index.html"));
        }
    }

    private static boolean isHeldIn(Path where) throws IOException {
        try (Stream<Path> files = Files.walk(where)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(NAME)) {
                    return true;
                }
            }
        }
        return false;
    }
}
