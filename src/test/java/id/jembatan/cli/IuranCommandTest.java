package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code iuran yyyy-mm}: what is printed, written, and comes back when the register is lost. */
class IuranCommandTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";

    @TempDir
    Path home;

    @BeforeEach
    void twoPeopleAreSentInMay() throws IOException {
        enrol("2025-05-05", "satu.csv", HEADER + person(9001) + person(9002));
    }

    private static String person(int serial) {
        return "920301120580" + serial + ",UDIN WAGAB,12-05-1980\n";
    }

    private void enrol(String day, String name, String list) throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(folder.resolve(name), list);
        Told.on(day, home, "ingest");
        Told.on(day, home, "enrol");
    }

    private Path list(String month) {
        return home.resolve("reply/9203-fakfak/pekerja-rentan-2025/_iuran").resolve(month);
    }

    @Test
    void writesACsvWithEverybodyAndAPageWithNobody() throws IOException {
        Told told = Told.on("2025-05-20", home, "iuran", "2025-05");

        assertEquals(Jembatan.DONE, told.exit(), told.err());
        assertTrue(told.out().contains("Rp 33.600"), told.out());
        assertEquals(
                List.of(
                        "NO,NIK,NAMA,REF,BULAN,STATUS,UPAH,JKK,JKM,JHT,JP,IURAN",
                        "1,9203011205809001,UDIN WAGAB,9203-pekerja-rentan-2025-20250505-01/1,2025-05,MASUK,1000000,"
                                + "10000,6800,0,0,16800",
                        "2,9203011205809002,UDIN WAGAB,9203-pekerja-rentan-2025-20250505-01/2,2025-05,MASUK,1000000,"
                                + "10000,6800,0,0,16800"),
                Files.readAllLines(list("2025-05").resolve("iuran.csv")));
        String page = Files.readString(list("2025-05").resolve("iuran.html"));
        for (String part : List.of("Daftar iuran Mei 2025", "Rp 20.000", "Rp 13.600", "Rp 33.600", "20 Mei 2025")) {
            assertTrue(page.contains(part), part + "\n" + page);
        }
        assertFalse(page.contains("9203011205809001"), page);
        assertFalse(page.contains("UDIN"), page);
    }

    @Test
    void staysAsItWasIssuedAndCorrectsInTheNextMonth() throws IOException {
        Told.on("2025-05-20", home, "iuran", "2025-05");
        byte[] issued = Files.readAllBytes(list("2025-05").resolve("iuran.csv"));
        enrol("2025-05-25", "dua.csv", HEADER + person(9003));

        JsonNode may = json("2025-06-02", "2025-05");
        JsonNode june = json("2025-06-02", "2025-06");

        assertArrayEquals(issued, Files.readAllBytes(list("2025-05").resolve("iuran.csv")));
        assertEquals(2, may.get("covered").asInt());
        assertEquals(3, june.get("covered").asInt());
        assertEquals(0, june.get("joined").asInt());
        assertEquals("2025-05", june.get("corrections").get(0).get("month").asText());
        assertEquals(4 * 16_800, june.get("due").get("total").asInt());
        assertEquals(6 * 16_800, june.get("billed").asInt());
        assertTrue(Files.readString(list("2025-06").resolve("iuran.csv"))
                .contains(",2025-05,KOREKSI,1000000,10000,6800,0,0,16800\n"));
    }

    private JsonNode json(String on, String month) throws IOException {
        Told told = Told.on(on, home, "iuran", month, "--json");
        assertEquals(Jembatan.DONE, told.exit(), told.err());
        return new ObjectMapper().readTree(told.out()).get("programmes").get(0);
    }

    @Test
    void issuesNothingForAMonthThatHasNotBegun() {
        Told issue = Told.on("2025-05-20", home, "iuran", "2025-06");
        Told draft = Told.on("2025-05-20", home, "iuran", "2025-06", "--draft");

        assertEquals(Jembatan.WRONG_USAGE, issue.exit());
        assertEquals(Jembatan.DONE, draft.exit(), draft.err());
        assertTrue(draft.out().contains("RANCANGAN SAJA"), draft.out());
        assertFalse(Files.exists(list("2025-05")));
        assertEquals(
                Jembatan.WRONG_USAGE,
                Told.on("2025-05-20", home, "iuran", "juni").exit());
    }

    @Test
    void aLostListComesBackByteForByte() throws IOException {
        Told.on("2025-05-20", home, "iuran", "2025-05");
        byte[] csv = Files.readAllBytes(list("2025-05").resolve("iuran.csv"));
        byte[] page = Files.readAllBytes(list("2025-05").resolve("iuran.html"));
        for (Path lost : List.of(home.resolve("db"), list("2025-05"))) {
            id.jembatan.disk.Durable.removeAll(lost);
        }

        Told rebuilt = Told.on("2025-06-20", home, "rebuild");

        assertEquals(Jembatan.DONE, rebuilt.exit(), rebuilt.out() + rebuilt.err());
        assertArrayEquals(csv, Files.readAllBytes(list("2025-05").resolve("iuran.csv")));
        assertArrayEquals(page, Files.readAllBytes(list("2025-05").resolve("iuran.html")));
    }
}
