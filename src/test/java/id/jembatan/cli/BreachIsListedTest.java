package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom to tell of a breach, UU 27/2022 article 46. */
class BreachIsListedTest {

    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";

    @TempDir
    private Path home;

    @BeforeEach
    void takeAndSend() throws Exception {
        Told.on("2025-06-02", home, "status");
        Files.writeString(home.resolve("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv"), """
                NIK,NAMA,TANGGAL LAHIR,NO HP,ALAMAT,DESA,KECAMATAN
                9203011205809001,UDIN WAGAB,12-05-1980,081234567890,JL. PALA,,
                9203011205809011,"SITI, WOY",12-05-1980,,JL. DUTA,,
                92030112058090,HASAN TUTUROP,12-05-1980,,JL. DUTA,,
                """);
        assertEquals(1, Told.on("2025-06-02", home, "ingest").exit());
        assertEquals(0, Told.on("2025-06-02", home, "enrol").exit());
    }

    @Test
    void everybodyOfABatchStandsInAFileForItsOwnerAndNotOnTheScreen() throws Exception {
        Told told = Told.on("2025-06-03", home, "breach", BATCH, "--as", "budi");

        assertEquals(0, told.exit(), told.err());
        Path list = home.resolve("reply/_breach/20250603-" + BATCH + ".csv");
        assertEquals(
                List.of(
                        "NO,NIK,NAMA,TANGGAL_LAHIR,NO_HP,ALAMAT,RT,RW,DESA,KECAMATAN",
                        "1,9203011205809001,UDIN WAGAB,12-05-1980,081234567890,JL. PALA,,,,",
                        "2,9203011205809011,\"SITI, WOY\",12-05-1980,,JL. DUTA,,,,"),
                Files.readAllLines(list));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(list.getParent())));
        assertFalse((told.out() + told.err()).contains("UDIN"));
        assertFalse((told.out() + told.err()).contains("9203011205809001"));
        assertTrue(told.out().contains("reply/_breach/"), told.out());
        String audit = Files.readString(home.resolve("journal/audit.ndjson"));
        assertTrue(audit.contains("\"by\":\"budi\",\"action\":\"breach\",\"batch\":\"" + BATCH + "\""), audit);
        assertTrue(audit.matches("(?s).*\"action\":\"breach\",\"asked\":[0-9]+,\"exit\":0}\\R"), audit);
    }

    @Test
    void ofAListItIsSaidHowManyRowsStandInTheFileAlone() throws Exception {
        String drop = drop();

        Told told = Told.on("2025-06-03", home, "breach", drop);

        assertTrue(told.out().contains("2 orang"), told.out());
        assertTrue(told.out().contains("1 baris"), told.out());
        assertEquals(
                3,
                Files.readAllLines(home.resolve("reply/_breach/20250603-" + drop + ".csv"))
                        .size());
    }

    @Test
    void askedTwiceTheFirstListStays() throws Exception {
        Told.on("2025-06-03", home, "breach", BATCH);
        Told.on("2025-06-03", home, "breach", BATCH);

        try (Stream<Path> lists = Files.list(home.resolve("reply/_breach"))) {
            assertEquals(2, lists.count());
        }
    }

    @Test
    void nobodyKnowsThatDrop() {
        assertEquals(
                2, Told.on("2025-06-03", home, "breach", "20250101-0000000000").exit());
    }

    @Test
    void theListsGoWithAPurgeInTheirTime() throws Exception {
        Told.on("2025-06-03", home, "breach", BATCH);

        assertEquals(0, Told.on("2026-06-02", home, "purge").exit());
        assertTrue(Files.exists(home.resolve("reply/_breach/20250603-" + BATCH + ".csv")));
        assertEquals(0, Told.on("2026-06-03", home, "purge").exit());

        assertFalse(Files.exists(home.resolve("reply/_breach/20250603-" + BATCH + ".csv")));
    }

    private String drop() throws Exception {
        try (Stream<Path> replies = Files.list(home.resolve("reply/9203-fakfak/pekerja-rentan-2025"))) {
            return replies.map(each -> each.getFileName().toString())
                    .filter(each -> each.startsWith("2025"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
