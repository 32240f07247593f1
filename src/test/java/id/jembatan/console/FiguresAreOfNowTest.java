package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.IssueIuran;
import id.jembatan.pipeline.ReportDesk;
import id.jembatan.pipeline.ReviewDesk;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept between two looks is never older than the register; pages and commands tell the same; what is decided here. */
class FiguresAreOfNowTest {

    private static final String HEADER = "NIK;NAMA;TANGGAL LAHIR\n";
    private static final String LIST = HEADER
            + "9203011205809001;UDIN WAGAB;12-05-1980\n"
            + "9203011305809002;SITI WAGAB;13-05-1980\n"
            + "920301130580900;RUDI WAGAB;13-05-1980\n";
    private static final String TWO =
            HEADER + "9203011405809004;AGUS HEGEMUR;14-05-1980\n" + "9203011405809004;WATI HINDOM;15-06-1981\n";
    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @TempDir
    private Path home;

    private OpenConsole console;
    private Visitor ani;

    @BeforeEach
    void open() throws Exception {
        console = new OpenConsole(home.resolve("home"));
        ani = console.signedIn("ani", Role.OPERATOR, "");
    }

    @AfterEach
    void close() throws Exception {
        console.close();
    }

    private HttpResponse<String> decide(String name, Map<String, String> form) throws Exception {
        HttpResponse<String> page = ani.get("/reviews/" + name);
        Map<String, String> all = new HashMap<>(form);
        all.put("token", ani.token("/password"));
        Matcher seen = SEEN.matcher(page.body());
        if (seen.find()) {
            all.put("seen", seen.group(1));
        }
        return ani.post("/reviews/" + name, all);
    }

    private Programme fakfak() {
        return Choices.find(console.house(), OpenConsole.FAKFAK).orElseThrow();
    }

    private HouseStatus.ProgrammeStatus status() throws Exception {
        return HouseStatus.of(console.house()).programmes().stream()
                .filter(one -> one.programme().equals("pekerja-rentan-2025")
                        && one.regency().equals("9203"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstPageShowsWhatWasDecidedAMomentAgoAndWhatWasTakenBack() throws Exception {
        console.drop(OpenConsole.FAKFAK, "daftar.csv", LIST);
        console.drop(OpenConsole.FAKFAK, "dua.csv", TWO);
        assertTrue(ani.get("/").body().contains("2 dari 10.000 tempat terpakai"));
        assertTrue(ani.get("/").body().contains("1 tinjauan menunggu"));
        int before = console.trail().size();

        HttpResponse<String> decided = decide("1", Map.of("choice", "2", "reason", "KTP dilihat"));

        assertEquals(303, decided.statusCode(), decided.body());
        String home = ani.get("/").body();
        assertTrue(home.contains("3 dari 10.000 tempat terpakai"), home);
        assertFalse(home.contains("tinjauan menunggu"), home);
        assertTrue(ani.get("/reviews").body().contains("Diputuskan hari ini"));
        assertTrue(ani.get("/reviews/1").body().contains("Tarik kembali keputusan"));

        HttpResponse<String> undone = decide("1", Map.of("does", "undo"));

        assertEquals(303, undone.statusCode(), undone.body());
        assertTrue(ani.get("/").body().contains("2 dari 10.000 tempat terpakai"));
        assertTrue(new ReviewDesk(console.house()).find("1").orElseThrow().open());
        List<JsonNode> trail = console.trail().subList(before, console.trail().size());
        assertEquals(
                List.of("look", "decide", "look", "look", "undo"),
                trail.stream()
                        .filter(line -> line.has("does"))
                        .map(line -> line.path("does").asText())
                        .toList());
    }

    @Test
    void aDecisionOnWhichSomethingStandsIsNotTakenBackAndSaysWhy() throws Exception {
        console.drop(OpenConsole.FAKFAK, "dua.csv", TWO);
        decide("1", Map.of("choice", "2", "reason", "KTP dilihat"));
        console.enrol();

        HttpResponse<String> undone = decide("1", Map.of("does", "undo"));

        assertEquals(409, undone.statusCode());
        assertTrue(undone.body().contains("sudah dibekukan dalam batch " + BATCH), undone.body());
        assertFalse(new ReviewDesk(console.house()).find("1").orElseThrow().open());
        Visitor budi = console.signedIn("budi", Role.AUDITOR, "");
        assertFalse(budi.get("/reviews/1").body().contains("Tarik kembali"), "an auditor reads");
        assertEquals(
                403,
                budi.post("/reviews/1", Map.of("token", budi.token("/password"), "does", "undo"))
                        .statusCode());
    }

    @Test
    void whatABranchSaidInTwoWaysIsDecidedHereAsAtTheTerminal() throws Exception {
        console.drop(OpenConsole.FAKFAK, "daftar.csv", LIST);
        console.enrol();
        console.answer("fakfak", "satu.csv", "REF;STATUS;KPJ\n" + BATCH + "/1;DITERIMA;24000000019\n");
        console.answer("fakfak", "dua.csv", "REF;STATUS;ALASAN\n" + BATCH + "/1;DITOLAK;NIK tidak padan\n");
        String name = new AnswerDesk(console.house()).listOpen().get(0).name();
        assertTrue(ani.get("/").body().contains("Jawaban cabang menunggu keputusan"));
        assertTrue(ani.get("/reviews").body().contains("/reviews/" + name));

        String page = ani.get("/reviews/" + name).body();

        assertTrue(page.contains("UDIN WAGAB") && page.contains("NIK tidak padan"), page);
        assertTrue(page.contains("*******0019") && !page.contains("24000000019"), "the KPJ is masked");
        assertFalse(page.contains("9203011205809001"), "and so is the NIK");
        for (Map<String, String> wrong : List.of(
                Map.of("choice", "none"),
                Map.of("reason", "sudah ditanyakan"),
                Map.of("choice", BATCH + "/2", "reason", "sudah ditanyakan"))) {
            assertEquals(400, decide(name, wrong).statusCode(), wrong.toString());
        }
        assertEquals(
                409,
                ani.post(
                                "/reviews/" + name,
                                Map.of(
                                        "token", ani.token("/password"),
                                        "choice", "none",
                                        "reason", "sudah ditanyakan",
                                        "seen", "0000000000"))
                        .statusCode());
        int before = console.trail().size();

        HttpResponse<String> decided = decide(name, Map.of("choice", BATCH + "/1", "reason", "sudah ditanyakan"));

        assertEquals(303, decided.statusCode(), decided.body());
        assertFalse(ani.get("/").body().contains("Jawaban cabang menunggu keputusan"));
        List<JsonNode> trail = console.trail().subList(before, console.trail().size());
        assertEquals("review", trail.get(2).path("action").asText());
        assertEquals("decide", trail.get(2).path("does").asText());
        assertEquals(BATCH + "/1", trail.get(2).path("choice").asText());
        assertEquals(0, trail.get(3).path("exit").asInt(-1));
        assertEquals(0, status().active());
        assertEquals(404, ani.get("/reviews/answer:9.9").statusCode());
        assertEquals(404, ani.get("/reviews/answer:x").statusCode());
    }

    @Test
    void reportsStatusAndContributionListsTellTheSame() throws Exception {
        console.drop(OpenConsole.FAKFAK, "daftar.csv", LIST);
        assertEquals(0, june(new ReportDesk(console.house())).people(), "staged is not yet covered");
        console.enrol();
        console.answer("fakfak", "satu.csv", "REF;STATUS;KPJ\n" + BATCH + "/1;DITERIMA;24000000019\n");

        IuranFigures list =
                new IssueIuran(console.house()).draft(fakfak(), JUNE).orElseThrow();
        HouseStatus.ProgrammeStatus status = status();
        ReportDesk desk = new ReportDesk(console.house());

        assertEquals(
                new CoveredMonths.Month(JUNE, list.covered(), list.joined(), list.left(), list.monthly()), june(desk));
        assertEquals(status.active() + status.sent(), june(desk).people());
        assertEquals(1, status.active());
        assertEquals(
                1, Objects.requireNonNull(desk.cards(fakfak().key()).get(JUNE)).people());
        ListTally lists = Objects.requireNonNull(desk.lists(fakfak().key()).get(JUNE));
        assertEquals(3, lists.rows().read());
        assertEquals(1, lists.rows().of(Outcome.REJECTED));
        assertEquals("NIK_LENGTH", lists.largestFirst().get(0).name());
        String page = ani.get("/reports/" + OpenConsole.FAKFAK).body();
        assertTrue(page.contains("data-name=\"Terlindungi\">2<"), page);
        assertTrue(page.contains("data-name=\"Iuran\">Rp 33.600<"), page);
        String year = ani.get("/reports/" + OpenConsole.FAKFAK + "/2025").body();
        assertTrue(year.contains("Rp 33.600"), year);
        String card = ani.get("/reports/offices/9203/pemerintah-daerah-kabupaten-fakfak/card")
                .body();
        assertTrue(card.contains("33,3 %"), card);
        assertFalse(card.contains("WAGAB") || year.contains("WAGAB"), "nobody is named");
    }

    private CoveredMonths.Month june(ReportDesk desk) {
        List<CoveredMonths.Month> months = desk.months(fakfak());
        return months.get(months.size() - 1);
    }
}
