package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a command lists, it lists for a script too, under the same exit code. */
class ScriptsReadJsonTest {

    private static final String DAY = "2025-06-02";
    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";
    private static final String NIK = "9203011205809001";

    @TempDir
    Path home;

    @Test
    void aDropIsFollowedFromItsFolderToTheBranchAndItsAnswer() throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(
                folder.resolve("a.csv"), "NIK,NAMA,TANGGAL LAHIR\n" + NIK + ",UDIN WAGAB,12-05-1980\n123,AMIR,\n");

        JsonNode drop = json(Jembatan.TO_REPAIR, "ingest").at("/drops/0");
        assertEquals("TAKEN", drop.get("status").asText());
        assertEquals(1, drop.at("/rows/accepted").asInt());
        assertEquals(1, drop.at("/rows/rejected").asInt());

        JsonNode trial = json(
                Jembatan.DONE, "what-if", "--regency", "9203", "--programme", "pekerja-rentan-2025", "--quota", "12");
        assertEquals(12, trial.at("/then/quota").asInt());
        assertEquals(1, trial.at("/now/used").asInt());

        JsonNode preview =
                json(Jembatan.DONE, "outbound", "preview", "--regency", "9203", "--programme", "pekerja-rentan-2025");
        assertEquals("provisional-1", preview.get("layout").asText());

        JsonNode sent = json(Jembatan.DONE, "enrol");
        assertEquals(BATCH, sent.at("/sent/0/batch").asText());
        assertEquals(0, sent.get("held").size());
        assertEquals(0, json(Jembatan.DONE, "resend", "--days", "5").get("sent").size());
        JsonNode again = json(Jembatan.DONE, "resend", BATCH);
        assertEquals(1, again.at("/sent/0/people").asInt());

        Files.writeString(
                home.resolve("answer/fakfak/jawaban.csv"),
                "REF,STATUS,KPJ,ALASAN\n" + BATCH + "/1,DITERIMA,25000009001,\n" + BATCH
                        + "/9,DITERIMA,25000009002,\n");
        JsonNode answer = json(Jembatan.TO_REPAIR, "ingest").at("/answers/0");
        assertEquals(1, answer.at("/rows/settled").asInt());
        assertEquals(1, answer.at("/rows/unknown").asInt());

        JsonNode retried =
                json(Jembatan.TO_REPAIR, "retry", drop.get("drop").asText()).at("/drops/0");
        assertEquals(2, retried.get("read").asInt());
    }

    @Test
    void whatIsProvedIsToldWithItsExitCode() throws IOException {
        JsonNode remarks = json(Jembatan.DONE, "agreements", "check");
        assertTrue(remarks.findValuesAsText("programme").contains("pekerja-rentan-2025"), remarks.toString());
        assertTrue(remarks.findValuesAsText("kind").contains("BUDGET_COVERS"), remarks.toString());
        assertFalse(remarks.findValuesAsText("severity").contains("WARNING"), remarks.toString());

        Told.on(DAY, home, "leavers", "--keep", "1");
        assertTrue(json(Jembatan.DONE, "audit", "verify").get("whole").asBoolean());
        Path trail = home.resolve("journal/audit.ndjson");
        Files.writeString(trail, Files.readString(trail).replaceFirst("\"by\":\"[^\"]*\"", "\"by\":\"siapa\""));
        JsonNode broken = json(Jembatan.TO_REPAIR, "audit", "verify");
        assertEquals("CHANGED", broken.get("how").asText());
        assertEquals(0, json(Jembatan.DONE, "leavers").size());
    }

    private JsonNode json(int exit, String... command) throws IOException {
        String[] words = java.util.Arrays.copyOf(command, command.length + 1);
        words[command.length] = "--json";
        Told told = Told.on(DAY, home, words);
        assertEquals(exit, told.exit(), told.toString());
        return new ObjectMapper().readTree(told.out());
    }
}
