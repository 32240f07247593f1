package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status --day}: read is the sum of the outcomes, for each file, programme and the day. */
class DayIsAddedUpTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String DAY = "2025-06-02";

    @TempDir
    Path home;

    @BeforeEach
    void aDay() throws IOException {
        put("pekerja-rentan-2025", "satu.csv", HEADER + person("9203011205809001") + person("9203011205809001"));
        put("pekerja-rentan-2025", "dua.csv", HEADER + person("9203011205809002") + person("12345"));
        put("pekerja-rentan-2025", "kosong.csv", "");
        Told.on(DAY, home, "ingest");
        put("pekerja-rentan-2025", "satu-lagi.csv", HEADER + person("9203011205809001") + person("9203011205809001"));
        Told.on(DAY, home, "ingest");
        Told.on(DAY, home, "enrol");
    }

    private static String person(String nik) {
        return nik + ",UDIN WAGAB,12-05-1980\n";
    }

    private void put(String programme, String name, String list) throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak").resolve(programme));
        Files.writeString(folder.resolve(name), list);
    }

    @Test
    void addsUpFilesProgrammesAndTheDay() throws IOException {
        Told told = Told.on("2025-06-03", home, "status", "--day", DAY, "--json");

        assertEquals(Jembatan.DONE, told.exit(), told.err());
        JsonNode fakfak = new ObjectMapper().readTree(told.out()).get(0);
        assertEquals(4, fakfak.get("drops").size());
        JsonNode programme = fakfak.get("programmes").get("9203/pekerja-rentan-2025");
        assertEquals(4, programme.get("read").asInt());
        assertEquals(2, programme.get("accepted").asInt());
        assertEquals(1, programme.get("duplicate").asInt());
        assertEquals(1, programme.get("rejected").asInt());
        assertEquals(programme, fakfak.get("rows"));
        assertEquals(2, fakfak.get("batches").get(0).get("people").asInt());
    }

    @Test
    void showsThemAndWritesThePageWithoutPeople() throws IOException {
        Told told = Told.on("2025-06-03", home, "status", "--day", DAY, "--page");

        Path page = home.resolve("reply/9203-fakfak/_harian/2025-06-02.html");
        assertEquals(Jembatan.DONE, told.exit(), told.err());
        assertTrue(told.out().contains("FILE_EMPTY"), told.out());
        assertTrue(told.out().contains("SEEN"), told.out());
        String text = Files.readString(page);
        assertTrue(text.contains("Laporan harian 2 Juni 2025"), text);
        assertTrue(text.contains("satu.csv"), text);
        assertTrue(text.contains("9203-pekerja-rentan-2025-20250602-01"), text);
        assertFalse(text.contains("9203011205809001"), text);
    }

    @Test
    void saysSoWhenThereWasNothing() {
        assertTrue(Told.on(DAY, home, "status", "--day", "2025-06-01").out().contains("2025-06-01"));
        assertEquals(
                Jembatan.WRONG_USAGE,
                Told.on(DAY, home, "status", "--day", "kemarin").exit());
    }
}
