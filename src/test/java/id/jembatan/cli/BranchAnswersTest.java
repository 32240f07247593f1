package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a branch's answers, and of its silence (SPEC sections 9 and 10). */
class BranchAnswersTest {

    private static final String DAY = "2025-06-02";
    private static final String LATER = "2025-07-15";
    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void threePeopleAreSent() throws IOException {
        home = folder.resolve("home");
        put("drop/9203-fakfak/pekerja-rentan-2025/daftar.csv", """
                NIK,NAMA,TANGGAL LAHIR
                9203011205809001,UDIN WAGAB,12-05-1980
                9203011205809011,AMIR PATIRAN,12-05-1980
                9203011205809021,SITI WOY,12-05-1980
                """);
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "ingest").exit());
        assertEquals(Jembatan.DONE, Told.on(DAY, home, "enrol").exit());
    }

    private void put(String path, String text) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void answersThatFitEndWithNothingToRepair() throws IOException {
        put("answer/fakfak/jawaban.csv", "REF,STATUS,KPJ\n" + BATCH + "/1,DITERIMA,12345678901\n");

        Told told = Told.on(LATER, home, "ingest");

        assertEquals(Jembatan.DONE, told.exit(), told.out());
        assertTrue(told.out().matches("(?s).*fakfak +TAKEN +1 +1 .*"), told.out());
        assertFalse(Files.exists(home.resolve("answer/fakfak/jawaban.csv")));
        assertEquals(1, programme().get("active").asLong());
    }

    /** The office moved to another branch: what was sent to the old one it alone can answer. */
    @Test
    void aBranchAnswersWhatItWasSentAlsoWhenTheAgreementsNameAnother() throws IOException {
        Path config = home.resolveSibling("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, config.resolve(Path.of("config").relativize(file).toString()));
            }
        }
        Path regency = config.resolve("regencies/9203-fakfak.yaml");
        Files.writeString(regency, Files.readString(regency).replace("branch: fakfak", "branch: sorong"));
        put("answer/fakfak/jawaban.csv", "REF,STATUS,KPJ\n" + BATCH + "/1,DITERIMA,12345678901\n");

        Told told = Told.on(LATER, home, "--config", config.toString(), "ingest");

        assertEquals(Jembatan.DONE, told.exit(), told.out() + told.err());
        assertTrue(told.out().matches("(?s).*fakfak +TAKEN +1 +1 .*"), told.out());
    }

    @Test
    void anAnswerThatDoesNotFitIsSomethingToRepair() throws IOException {
        put("answer/fakfak/jawaban.csv", "REF,STATUS,KPJ\n" + BATCH + "/9,DITERIMA,12345678901\n");

        assertEquals(Jembatan.TO_REPAIR, Told.on(LATER, home, "ingest").exit());
        assertEquals(Jembatan.DONE, Told.on(LATER, home, "ingest").exit(), "it was told already");
    }

    /** Also when another person's row came under the NIK since: who was refused is still who was sent. */
    @Test
    void traceTellsWhatTheBranchSaidAndWhy() throws IOException {
        put(
                "answer/fakfak/jawaban.csv",
                "REF,STATUS,ALASAN\n" + BATCH + "/1,DITERIMA,\n" + BATCH + "/3,DITOLAK,wafat\n");
        put("drop/9203-fakfak/pekerja-rentan-2025/lain.csv", """
                NIK,NAMA,TANGGAL LAHIR
                9203011205809001,YOSEP HINDOM,12-05-1980
                """);
        Told.on(LATER, home, "ingest");

        String refused = trace("9203011205809021");
        String inQuestion = trace("9203011205809001");
        JsonNode facts = new ObjectMapper().readTree(trace("9203011205809021", "--json"));

        assertTrue(refused.contains("Jawaban cabang untuk " + BATCH + "/3, tanggal " + LATER), refused);
        assertTrue(refused.contains("Ditolak: wafat"), refused);
        assertTrue(inQuestion.contains("  nama: UDIN WAGAB"), inQuestion);
        assertTrue(
                inQuestion.matches("(?s).*Masih ditinjau, menyebut orang lain: .* YOSEP HINDOM, 1980-05-12.*"),
                inQuestion);
        assertEquals("REFUSED", facts.at("/answers/0/verdict").asText());
        assertEquals("wafat", facts.at("/answers/0/reason").asText());
        assertEquals(DAY, facts.at("/sentOn/0").asText());
    }

    private String trace(String nik, String... options) {
        InputStream in = System.in;
        try {
            System.setIn(new ByteArrayInputStream((nik + "\n").getBytes(StandardCharsets.UTF_8)));
            List<String> words = new ArrayList<>(List.of("trace"));
            words.addAll(List.of(options));
            return Told.on(LATER, home, words.toArray(String[]::new)).out();
        } finally {
            System.setIn(in);
        }
    }

    @Test
    void whatIsSilentIsToldSentAgainAndPaid() throws IOException {
        assertTrue(
                attention().contains("UNANSWERED " + BATCH + ": 3, 43"),
                attention().toString());
        assertTrue(
                attention().contains("CALL fakfak: " + BATCH + ", 3, 43"),
                attention().toString());

        Told resent = Told.on(LATER, home, "resend", "--days", "40");
        Told tooYoung = Told.on(LATER, home, "resend", "--days", "44");
        Told paid = Told.on(LATER, home, "paid", BATCH, "--date", "2025-07-01", "--ref", "BKU 17");

        assertEquals(Jembatan.DONE, resent.exit(), resent.out());
        assertTrue(resent.out().contains(BATCH + "-r01: 3"), resent.out());
        assertTrue(Files.exists(home.resolve("outbound/fakfak/" + BATCH + "-r01/manifest.json")));
        assertEquals(
                "Tidak ada baris yang menunggu jawaban: sudah dijawab, atau pesertanya sudah berhenti.\n",
                tooYoung.out());
        assertEquals(Jembatan.DONE, paid.exit(), paid.out());
        assertEquals(504_000, programme().get("billed").asLong(), "nobody is billed twice");
        assertEquals(504_000, programme().get("paid").asLong());
        assertEquals(3, programme().get("sent").asLong());
    }

    @Test
    void aBatchThatNobodyKnowsIsWrongUsage() {
        assertEquals(
                Jembatan.WRONG_USAGE,
                Told.on(LATER, home, "resend", BATCH + "-r01").exit());
        assertEquals(Jembatan.WRONG_USAGE, Told.on(LATER, home, "resend").exit());
        assertEquals(
                Jembatan.WRONG_USAGE,
                Told.on(LATER, home, "paid", "tidak-ada", "--date", LATER, "--ref", "x")
                        .exit());
    }

    @Test
    void noNumberOfAPersonIsTold() throws IOException {
        put("answer/fakfak/jawaban.csv", "NIK,STATUS,KPJ,ALASAN\n9203011205809001,DITOLAK,,UDIN WAGAB pindah\n");

        Told told = Told.on(LATER, home, "ingest");

        assertEquals(Jembatan.DONE, told.exit(), told.out());
        for (String text : told(told)) {
            assertFalse(text.contains("9203011205809001"), text);
            assertFalse(text.contains("UDIN WAGAB"), text);
        }
    }

    /** Standard output, the receipt of the branch, and the journal. */
    private List<String> told(Told told) throws IOException {
        try (Stream<Path> receipt = Files.walk(home.resolve("reply/_answers"));
                Stream<Path> journal = Files.list(home.resolve("journal"))) {
            return Stream.concat(
                            Stream.of(told.out()),
                            Stream.concat(receipt, journal)
                                    .filter(Files::isRegularFile)
                                    .map(BranchAnswersTest::text))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode status() throws IOException {
        return new ObjectMapper()
                .readTree(Told.on(LATER, home, "status", "--json").out());
    }

    private List<String> attention() throws IOException {
        JsonNode attention = status().get("attention");
        return Stream.iterate(0, i -> i < attention.size(), i -> i + 1)
                .map(i -> attention.get(i).asText())
                .toList();
    }

    private JsonNode programme() throws IOException {
        for (JsonNode programme : status().get("programmes")) {
            if (programme.get("regency").asText().equals("9203")
                    && programme.get("programme").asText().equals("pekerja-rentan-2025")) {
                return programme;
            }
        }
        throw new AssertionError("no such programme");
    }
}
