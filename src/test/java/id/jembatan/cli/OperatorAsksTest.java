package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.pipeline.AuditTrail;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator asks of a home in which two lists of a programme with 150 places have been: diff, what-if, trace, undo. */
class OperatorAsksTest {

    private static final String DAY = "2024-02-01";
    private static final String HEADER = "NIK;NAMA;TANGGAL LAHIR;NO HP\n";
    private static final Pattern DROP = Pattern.compile("[0-9]{8}-[0-9a-f]{10}");

    @TempDir
    Path home;

    private String first;
    private String second;

    @BeforeEach
    void twoLists() throws IOException {
        first = take(
                "satu.csv",
                HEADER
                        + rows(9001, 9140)
                        + person(9200, "UDIN WAGAB", "081234567890")
                        + person(9201, "AMIR TUNA", "081234567891"));
        second = take(
                "dua.csv",
                HEADER
                        + person(9200, "UDIN WAGAB", "081299999999")
                        + person(9201, "AMIR TUNA", "081234567891")
                        + rows(9300, 9312));
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int serial = from; serial <= to; serial++) {
            rows.append(
                    person(serial, "ORANG " + "ABCDEFGHIJ".charAt(serial % 10) + (char) ('A' + serial / 10 % 26), ""));
        }
        return rows.toString();
    }

    private static String person(int serial, String name, String phone) {
        return "711101120580" + serial + ";" + name + ";12-05-1980;" + phone + "\n";
    }

    /** Takes a list, and gives its drop's id. */
    private String take(String name, String list) throws IOException {
        Path folder = Files.createDirectories(home.resolve("drop/7111-bolsel/disabilitas-2024"));
        Files.writeString(folder.resolve(name), list);
        Told told = Told.on(DAY, home, "ingest");
        Matcher drop = DROP.matcher(told.out());
        assertTrue(drop.find(), told.out());
        return drop.group();
    }

    @Test
    void diffTellsNewStayedChangedAndGone() throws IOException {
        Told told = Told.on(DAY, home, "diff", first, second, "--json");

        JsonNode diff = new ObjectMapper().readTree(told.out());
        assertEquals(13, diff.get("new").asLong());
        assertEquals(1, diff.get("stayed").asLong());
        assertEquals(1, diff.get("changed").asLong());
        assertEquals(140, diff.get("gone").asLong());
        JsonNode changed = person(diff, "************9200");
        assertEquals(
                "[\"+6281234567890\",\"+6281299999999\"]",
                changed.get("changed").get("phone").toString());
        assertFalse(told.out().contains("7111011205809200"), "no NIK is shown");
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "diff", first, second).exit());
    }

    private static JsonNode person(JsonNode diff, String nik) {
        for (JsonNode person : diff.get("people")) {
            if (person.get("nik").asText().equals(nik)) {
                return person;
            }
        }
        throw new AssertionError("no " + nik);
    }

    @Test
    void whatIfTellsWhoWouldComeInAndChangesNothing() throws IOException {
        String status = Told.on(DAY, home, "status", "--json").out();

        Told told =
                Told.on(DAY, home, "what-if", "--regency", "7111", "--programme", "disabilitas-2024", "--quota", "152");

        assertTrue(told.out().matches("(?s).*kuota +150 +152\n.*"), told.out());
        assertTrue(told.out().matches("(?s).*dapat masuk +0 +2\n.*"), told.out());
        assertTrue(told.out().matches("(?s).*tidak ada tempat +5 +3\n.*"), told.out());
        assertTrue(told.out().contains(second + "     12  ************9308  dapat masuk"), told.out());
        assertEquals(status, Told.on(DAY, home, "status", "--json").out());
    }

    @Test
    void traceTellsEverythingOfOnePersonAndThatSomebodyLooked() throws IOException {
        Told told = asking("7111 0112 0580 9200\n", "trace");

        assertEquals(Jembatan.DONE, told.exit());
        assertTrue(told.out().contains("nomor HP: +6281299999999"), told.out());
        assertTrue(told.out().contains("satu.csv    142  7111/disabilitas-2024  ACCEPTED"), told.out());
        assertTrue(told.out().contains("dua.csv       2  7111/disabilitas-2024  UPDATED"), told.out());
        assertTrue(told.out().contains("7111/disabilitas-2024  STAGED"), told.out());
        Path audit = home.resolve("journal/audit.ndjson");
        assertTrue(
                Files.readString(audit).contains("\"by\":\"ani\",\"action\":\"trace\",\"nik\":\"************9200\""));
        assertEquals(
                Optional.empty(),
                new AuditTrail(home.resolve("journal")).check().broken());
    }

    @Test
    void aLineTakenOutOfTheAuditTrailIsFound() throws IOException {
        asking("7111011205809200\n", "trace");
        asking("7111011205809201\n", "trace");
        asking("7111011205809001\n", "trace");
        Path audit = home.resolve("journal/audit.ndjson");
        var lines = Files.readAllLines(audit);

        Files.write(audit, java.util.List.of(lines.get(0), lines.get(2)));

        assertEquals(
                Optional.of(new AuditTrail.Break(2, AuditTrail.How.MISSING)),
                new AuditTrail(home.resolve("journal")).check().broken());
    }

    @Test
    void traceOfWhatIsNoNikIsWrongUsage() throws IOException {
        assertEquals(Jembatan.WRONG_USAGE, asking("12345\n", "trace").exit());
    }

    @Test
    void undoNamesWhatStandsOnADropAndTakesBackTheLast() throws IOException {
        Told refused = Told.on(DAY, home, "undo", first);
        Told undone = Told.on(DAY, home, "undo", second, "--reason", "salah berkas");
        Told both = Told.on(DAY, home, "undo", first);

        assertEquals(Jembatan.TO_REPAIR, refused.exit());
        assertTrue(refused.out().contains("kiriman " + second), refused.out());
        assertEquals(Jembatan.DONE, undone.exit(), undone.out() + undone.err());
        assertEquals(Jembatan.DONE, both.exit(), both.out() + both.err());
        assertTrue(Files.readString(home.resolve("reply/7111-bolsel/disabilitas-2024/index.html"))
                .contains("dibatalkan"));
        JsonNode status = new ObjectMapper()
                .readTree(Told.on(DAY, home, "status", "--json").out());
        for (JsonNode programme : status.get("programmes")) {
            assertEquals(
                    0,
                    programme.get("staged").asLong() + programme.get("waiting").asLong());
        }
        assertEquals("TAKEN", again().get("status").asText());
    }

    private JsonNode again() throws IOException {
        take(
                "lagi.csv",
                HEADER
                        + person(9200, "UDIN WAGAB", "081299999999")
                        + person(9201, "AMIR TUNA", "081234567891")
                        + rows(9300, 9312));
        return new ObjectMapper()
                .readTree(home.resolve("reply/7111-bolsel/disabilitas-2024/" + second + "/summary.json")
                        .toFile());
    }

    private Told asking(String typed, String... words) throws IOException {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
            String[] line = new String[words.length + 2];
            line[0] = "--as";
            line[1] = "ani";
            System.arraycopy(words, 0, line, 2, words.length);
            return Told.on(DAY, home, line);
        } finally {
            System.setIn(in);
        }
    }
}
