package id.jembatan.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.IssueIuran;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five people of four kinds, and what each may see, send and decide, by raw requests. */
class EverybodySeesTheirOwnTest {

    private static final String NIK = "7111011205809001";
    private static final String HEADER = "NIK;NAMA;TANGGAL LAHIR\n";
    private static final String LIST = HEADER + NIK + ";UDIN WAGAB;12-05-1980\n711101120580900;SITI WAGAB;13-05-1980\n";
    private static final String STAFF =
            "NIK;NAMA;TANGGAL LAHIR;JABATAN\n7111011305809002;RUDI MOKOGINTA;13-05-1980;Sekretaris Desa\n";
    private static final String TWO =
            HEADER + "7111011405809003;AGUS LAMUSU;14-05-1980\n7111011405809003;WATI PAPUTUNGAN;15-06-1981\n";

    @TempDir
    private static Path home;

    private static OpenConsole console;
    private static final Map<String, Visitor> PEOPLE = new TreeMap<>();
    private static LoggedDrop ofPetani;
    private static LoggedDrop ofDesa;
    private static LoggedDrop ofFakfak;

    @BeforeAll
    static void open() throws Exception {
        console = new OpenConsole(home.resolve("home"));
        PEOPLE.put("operator", console.signedIn("ani", Role.OPERATOR, ""));
        PEOPLE.put("auditor", console.signedIn("budi", Role.AUDITOR, ""));
        PEOPLE.put("bolsel", console.signedIn("citra", Role.REGENCY, "7111"));
        PEOPLE.put("fakfak", console.signedIn("dewi", Role.REGENCY, "9203"));
        PEOPLE.put("tani", console.signedIn("eko", Role.AGENCY, "7111", "berkah-petani-2024"));
        PEOPLE.put("desa", console.signedIn("fitri", Role.AGENCY, "7111", "aparatur-desa-2025"));
        ofPetani = console.drop(OpenConsole.PETANI, "petani.csv", LIST);
        ofDesa = console.drop(OpenConsole.DESA, "desa.csv", STAFF);
        ofFakfak = console.drop(OpenConsole.FAKFAK, "fakfak.csv", LIST.replace("71110112", "92030112"));
        console.drop(OpenConsole.PETANI, "dua.csv", TWO);
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    private static Visitor person(String name) {
        return Objects.requireNonNull(PEOPLE.get(name), name);
    }

    private static String drop(LoggedDrop drop) {
        return "/drops/" + drop.receipt().number();
    }

    /** Who gets 200; everybody else gets 404, as of an address that is not there. */
    private static void isSeenBy(String address, String... names) throws Exception {
        for (Map.Entry<String, Visitor> person : PEOPLE.entrySet()) {
            assertEquals(
                    List.of(names).contains(person.getKey()) ? 200 : 404,
                    person.getValue().get(address).statusCode(),
                    person.getKey() + " asks for " + address);
        }
    }

    @Test
    void aDropItsProgressAndItsFilesAreShownToWhomTheyConcern() throws Exception {
        for (String part :
                List.of("", "/progress", "/files/rows.csv", "/files/perbaikan.xlsx", "/files/tanda-terima.html")) {
            isSeenBy(drop(ofPetani) + part, "operator", "auditor", "bolsel", "tani");
        }
        isSeenBy(drop(ofDesa), "operator", "auditor", "bolsel", "desa");
        isSeenBy(drop(ofFakfak), "operator", "auditor", "fakfak");
        isSeenBy("/reviews", "operator", "auditor");
        isSeenBy("/reviews/1", "operator", "auditor");
        isSeenBy("/upload", "operator", "bolsel", "fakfak", "tani", "desa");
    }

    @Test
    void reportsAreOfWhatTheAskerMaySee() throws Exception {
        isSeenBy("/reports", "operator", "auditor", "bolsel", "fakfak", "tani", "desa");
        for (String part : List.of("", "/2025", "/2024?save")) {
            isSeenBy("/reports/" + OpenConsole.PETANI + part, "operator", "auditor", "bolsel", "tani");
        }
        isSeenBy("/reports/" + OpenConsole.DESA, "operator", "auditor", "bolsel", "desa");
        isSeenBy("/reports/" + OpenConsole.FAKFAK + "/2025", "operator", "auditor", "fakfak");
        for (String part : List.of("", "/card", "/card?year=2025&save")) {
            isSeenBy("/reports/offices/7111/diskopnakertrans" + part, "operator", "auditor", "bolsel", "tani");
        }
        for (String nothing : List.of(
                "/reports/9203/latihan",
                "/reports/9203/tidak-ada",
                "/reports/9203",
                "/reports/" + OpenConsole.FAKFAK + "/2031",
                "/reports/" + OpenConsole.FAKFAK + "/2025/x",
                "/reports/offices",
                "/reports/offices/9203/tidak-ada",
                "/reports/offices/7111/diskopnakertrans/x",
                "/reports/../drops/x")) {
            isSeenBy(nothing);
        }
        Map<String, List<String>> named = Map.of(
                "bolsel", List.of("berkah-petani", "aparatur-desa", "offices/7111/diskopnakertrans"),
                "fakfak", List.of("9203/pekerja-rentan"),
                "tani", List.of("berkah-petani", "offices/7111/diskopnakertrans"),
                "desa", List.of("aparatur-desa"));
        for (Map.Entry<String, List<String>> seen : named.entrySet()) {
            String page = person(seen.getKey()).get("/reports").body();
            for (String name : List.of(
                    "berkah-petani",
                    "aparatur-desa",
                    "9203/pekerja-rentan",
                    "offices/7111/diskopnakertrans",
                    "Wakatobi")) {
                assertEquals(seen.getValue().contains(name), page.contains(name), seen.getKey() + " " + name);
            }
        }
        assertTrue(person("auditor").get("/reports").body().contains("Kabupaten berdampingan"));
        assertFalse(person("bolsel").get("/reports").body().contains("Kabupaten berdampingan"), "beside nobody");
        assertEquals(
                404,
                person("operator")
                        .post("/reports", Map.of("token", person("operator").token("/drops")))
                        .statusCode());
    }

    @Test
    void aPageToPrintMayDoNothingElse() throws Exception {
        HttpResponse<String> year = person("tani").get("/reports/" + OpenConsole.PETANI + "/2025?save");

        assertEquals(
                Headers.OF_A_REPLY,
                year.headers().firstValue("Content-Security-Policy").orElse(""));
        assertEquals(
                "attachment; filename=\"laporan-tahunan-7111-berkah-petani-2024-2025.html\"",
                year.headers().firstValue("Content-Disposition").orElse(""));
        assertTrue(year.body().contains("Laporan tahunan 2025") && year.body().contains("Diskopnakertrans"));
    }

    @Test
    void contributionListsAreGivenToWhomTheyConcernAndEachIsNoted() throws Exception {
        console.enrol();
        new IssueIuran(console.house())
                .issue(
                        console.house()
                                .rules()
                                .agreements()
                                .getProgramme(ofPetani.receipt().programme().orElseThrow()),
                        YearMonth.of(2025, 6));
        String list = "/sent/iuran/" + OpenConsole.PETANI + "/2025-06";

        for (Map.Entry<String, Visitor> asker : PEOPLE.entrySet()) {
            boolean sees = List.of("operator", "auditor", "bolsel", "tani").contains(asker.getKey());
            assertEquals(sees, asker.getValue().get("/sent").body().contains(list), asker.getKey());
        }
        for (String part : List.of("", "/iuran.html")) {
            isSeenBy(list + part, "operator", "auditor", "bolsel", "tani");
        }
        for (String nothing : List.of(
                list + "/.." + "/2025-06x",
                list + "/rows.csv",
                list + "/%2e%2e",
                "/sent/iuran/" + OpenConsole.PETANI + "/2025-13",
                "/sent/iuran/" + OpenConsole.PETANI + "/2025-05",
                "/sent/iuran/9203/tidak-ada/2025-06")) {
            isSeenBy(nothing);
        }
        int before = console.trail().size();
        String rows = person("tani").get(list + "/iuran.csv").body();

        assertTrue(rows.contains("UDIN WAGAB"), rows);
        JsonNode line = console.trail().get(before);
        assertEquals("console download", line.path("action").asText());
        assertEquals("2025-06", line.path("month").asText());
        assertEquals(404, person("desa").get(list + "/iuran.csv").statusCode());
        assertEquals(before + 1, console.trail().size());
        assertTrue(person("tani").get("/reports/" + OpenConsole.PETANI).body().contains(list));
    }

    @Test
    void aNameFindsOnlyWhomTheAskerMaySeeAndIsNotNotedItself() throws Exception {
        for (Map.Entry<String, Visitor> asker : PEOPLE.entrySet()) {
            Visitor visitor = asker.getValue();
            String token = visitor.token("/people");
            int before = console.trail().size();

            String page = visitor.post("/people", Map.of("token", token, "kind", "name", "name", "wag udi"))
                    .body();

            boolean sees = !asker.getKey().equals("desa");
            assertEquals(sees, page.contains("UDIN WAGAB"), asker.getKey());
            assertEquals(
                    List.of("operator", "auditor", "fakfak").contains(asker.getKey()),
                    page.contains("************9001") && page.contains("Pekerja Rentan 2025"),
                    asker.getKey());
            assertFalse(page.contains(NIK), "masked");
            List<JsonNode> added =
                    console.trail().subList(before, console.trail().size());
            assertEquals(1, added.size());
            assertEquals("search", added.get(0).path("action").asText());
            assertFalse(
                    added.get(0).toString().toLowerCase(java.util.Locale.ROOT).contains("wag"), added.toString());
        }
    }

    @Test
    void aHitIsOpenedByItsRowAndOnlyByWhomItConcerns() throws Exception {
        String row = Long.toString(ofPetani.receipt().number() * 100_000_000L + 1);
        for (Map.Entry<String, Visitor> asker : PEOPLE.entrySet()) {
            Visitor visitor = asker.getValue();
            HttpResponse<String> opened =
                    visitor.post("/people", Map.of("token", visitor.token("/people"), "row", row));

            boolean sees = List.of("operator", "auditor", "bolsel", "tani").contains(asker.getKey());
            assertEquals(sees ? 200 : 400, opened.statusCode(), asker.getKey());
            assertEquals(sees, opened.body().contains("UDIN WAGAB"), asker.getKey());
        }
        for (String typed : List.of("", "ud", "a b", "%", "_ _ _", "Dr. H.")) {
            assertEquals(
                    400,
                    person("operator")
                            .post(
                                    "/people",
                                    Map.of("token", person("operator").token("/people"), "kind", "name", "name", typed))
                            .statusCode(),
                    typed);
        }
    }

    @Test
    void listsAndTheFirstPageNameNothingOfOthers() throws Exception {
        Map<String, List<String>> names = Map.of(
                "operator", List.of("petani.csv", "desa.csv", "fakfak.csv"),
                "auditor", List.of("petani.csv", "desa.csv", "fakfak.csv"),
                "bolsel", List.of("petani.csv", "desa.csv"),
                "fakfak", List.of("fakfak.csv"),
                "tani", List.of("petani.csv"),
                "desa", List.of("desa.csv"));
        for (Map.Entry<String, List<String>> seen : names.entrySet()) {
            String list = person(seen.getKey()).get("/drops").body();
            for (String name : List.of("petani.csv", "desa.csv", "fakfak.csv")) {
                assertEquals(
                        seen.getValue().contains(name), list.contains(">" + name + "<"), seen.getKey() + " " + name);
            }
        }
        String tani = person("tani").get("/").body();
        assertTrue(tani.contains("/drops?programme=7111/berkah-petani-2024"), tani);
        for (String other : List.of("aparatur-desa", "Fakfak", "Wakatobi", "tinjauan menunggu")) {
            assertFalse(tani.contains(other), other);
        }
        assertTrue(person("bolsel").get("/").body().contains("tinjauan menunggu"));
        assertTrue(person("operator").get("/").body().contains("Wakatobi"));
        assertFalse(person("tani")
                .get("/drops?programme=" + OpenConsole.DESA)
                .body()
                .contains("desa.csv"));
        assertFalse(person("tani")
                .get("/drops?programme=" + OpenConsole.FAKFAK)
                .body()
                .contains("fakfak.csv"));
    }

    @Test
    void aFileIsGivenOutAsItLiesAndOnlyWhatLiesThere() throws Exception {
        Visitor tani = person("tani");
        Path reply = console.reply(OpenConsole.PETANI, ofPetani);
        int before = console.trail().size();

        byte[] given = tani.bytes(drop(ofPetani) + "/files/perbaikan.xlsx");

        assertArrayEquals(Files.readAllBytes(reply.resolve("perbaikan.xlsx")), given);
        JsonNode line = console.trail().get(before);
        assertEquals("console download", line.path("action").asText());
        assertEquals("eko", line.path("by").asText());
        assertEquals(ofPetani.receipt().id().value(), line.path("drop").asText());
        Files.writeString(reply.resolve(".rahasia"), "x");
        Files.createSymbolicLink(reply.resolve("tautan"), home.resolve("home/journal"));
        for (String name : List.of(
                ".rahasia",
                "tautan",
                "..%2fsummary.json",
                "%2e%2e%2f%2e%2e%2findex.html",
                "..",
                "%2e%2e",
                "../index.html",
                "%2Fetc%2Fpasswd",
                "..%5csummary.json",
                "rows.csv%00",
                "ROWS.CSV",
                "rows.csv/..")) {
            assertTrue(
                    List.of(400, 404)
                            .contains(
                                    tani.get(drop(ofPetani) + "/files/" + name).statusCode()),
                    name);
        }
        assertEquals(before + 1, console.trail().size());
    }

    @Test
    void aReceiptIsShownWithoutAnyRightToAct() throws Exception {
        HttpResponse<String> receipt = person("tani").get(drop(ofPetani) + "/files/tanda-terima.html");
        HttpResponse<String> table = person("tani").get(drop(ofPetani) + "/files/rows.csv");

        assertEquals(
                Headers.OF_A_REPLY,
                receipt.headers().firstValue("Content-Security-Policy").orElse(""));
        assertEquals(
                "attachment; filename=\"rows.csv\"",
                table.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test
    void whoMaySendSendsWhereTheyMayAndNowhereElse() throws Exception {
        assertEquals(303, send("tani", OpenConsole.PETANI, "kiriman baru.csv"));
        assertEquals(List.of("7111-bolsel/berkah-petani-2024/kiriman baru.csv"), console.waiting());
        for (String[] wrong : new String[][] {
            {"tani", OpenConsole.DESA},
            {"tani", OpenConsole.FAKFAK},
            {"bolsel", OpenConsole.FAKFAK},
            {"fakfak", OpenConsole.PETANI}
        }) {
            assertEquals(404, send(wrong[0], wrong[1], "salah.csv"), wrong[0] + " " + wrong[1]);
        }
        assertEquals(400, send("operator", "9203/tidak-ada", "salah.csv"));
        assertEquals(400, send("operator", "../../etc", "salah.csv"));
        assertEquals(
                403,
                person("auditor")
                        .upload(
                                Map.of("token", person("auditor").token("/drops"), "programme", OpenConsole.PETANI),
                                "salah.csv",
                                LIST.getBytes(UTF_8))
                        .statusCode());
        assertEquals(1, console.waiting().size());
        console.pass();
        assertEquals(List.of(), console.waiting());
        assertTrue(person("tani").get("/drops").body().contains("kiriman baru.csv"));
    }

    private static int send(String who, String programme, String name) throws Exception {
        Visitor visitor = person(who);
        Map<String, String> form = Map.of("token", visitor.token("/upload"), "programme", programme, "kind", "people");
        byte[] content = (HEADER + "7111011605809004;" + who + " LAMUSU;16-05-1980\n").getBytes(UTF_8);
        return visitor.upload(form, name, content).statusCode();
    }

    @Test
    void aFormWithoutItsTokenOrWithSomebodyElsesChangesNothing() throws Exception {
        Visitor operator = person("operator");
        String others = person("bolsel").token("/upload");
        for (String token : List.of("", "x", others)) {
            Map<String, String> form = Map.of("token", token, "programme", OpenConsole.PETANI);
            assertEquals(
                    403, operator.upload(form, "a.csv", LIST.getBytes(UTF_8)).statusCode());
            assertEquals(
                    403,
                    operator.post("/reviews/1", Map.of("token", token, "choice", "1", "reason", "x", "seen", "x"))
                            .statusCode());
            assertEquals(403, operator.post("/password", Map.of("token", token)).statusCode());
        }
        Map<String, String> right =
                Map.of("token", operator.token("/upload"), "choice", "1", "reason", "x", "seen", "x");
        for (String site : List.of("cross-site", "same-site")) {
            assertEquals(
                    403,
                    operator.post("/reviews/1", right, "Sec-Fetch-Site", site).statusCode());
        }

        assertEquals(List.of(), console.waiting());
        assertTrue(operator.get("/reviews").body().contains("/reviews/1"));
    }

    @Test
    void theAuditorLooksAtBothSidesIsNotedAndDecidesNothing() throws Exception {
        Visitor auditor = person("auditor");
        int before = console.trail().size();

        HttpResponse<String> page = auditor.get("/reviews/1");
        HttpResponse<String> decided = auditor.post(
                "/reviews/1", Map.of("token", auditor.token("/drops"), "choice", "1", "reason", "x", "seen", "x"));

        assertTrue(page.body().contains("AGUS LAMUSU") && page.body().contains("WATI PAPUTUNGAN"));
        assertFalse(page.body().contains("<textarea"), "no form");
        assertFalse(page.body().contains("7111011405809003"), "NIKs are masked");
        assertEquals(403, decided.statusCode());
        List<JsonNode> added = console.trail().subList(before, console.trail().size());
        assertEquals(2, added.size(), added.toString());
        assertEquals("review", added.get(0).path("action").asText());
        assertEquals("look", added.get(0).path("does").asText());
        assertEquals("budi", added.get(0).path("by").asText());
        assertTrue(auditor.get("/reviews").body().contains("/reviews/1"), "it still waits");
    }

    @Test
    void batchesAreShownToWhomTheyConcernWithWhatIsAnsweredAndPaid() throws Exception {
        console.enrol();
        String petani = "7111-berkah-petani-2024-20250602-01";
        console.house().pay(console.house().findBatch(petani).orElseThrow(), LocalDate.of(2025, 6, 2), "BNI-1", "ani");

        for (Map.Entry<String, Visitor> asker : PEOPLE.entrySet()) {
            String page = asker.getValue().get("/sent").body();
            String who = asker.getKey();
            assertEquals(List.of("operator", "auditor", "bolsel", "tani").contains(who), page.contains(petani), who);
            assertEquals(
                    List.of("operator", "auditor", "bolsel", "desa").contains(who),
                    page.contains("7111-aparatur-desa"),
                    who);
            assertEquals(List.of("operator", "auditor", "fakfak").contains(who), page.contains("9203-pekerja"), who);
        }
        String tani = person("tani").get("/sent").body();
        assertTrue(tani.contains("baris belum dijawab, 0 hari"), tani);
        assertTrue(tani.contains("data-name=\"Dibayar\">2 Juni 2025"), tani);
        assertTrue(person("desa").get("/sent").body().contains("data-name=\"Dibayar\">belum"));
        assertFalse(person("tani").get("/sent?before=1").body().contains(petani), "only older ones");
    }

    @Test
    void aPersonIsTracedAsFarAsTheAskerMaySeeAndEachLookIsNoted() throws Exception {
        for (Map.Entry<String, Visitor> asker : PEOPLE.entrySet()) {
            Visitor visitor = asker.getValue();
            int before = console.trail().size();

            String page = visitor.post("/people", Map.of("token", visitor.token("/people"), "nik", NIK))
                    .body();

            assertEquals(
                    List.of("operator", "auditor", "bolsel", "tani").contains(asker.getKey()),
                    page.contains("UDIN WAGAB"),
                    asker.getKey());
            assertEquals(page.contains("UDIN WAGAB"), page.contains("petani.csv"), asker.getKey());
            assertFalse(page.contains(NIK), "masked");
            List<JsonNode> added =
                    console.trail().subList(before, console.trail().size());
            assertEquals(1, added.size());
            assertEquals("trace", added.get(0).path("action").asText());
            assertFalse(added.get(0).toString().contains(NIK));
        }
        assertEquals(
                400,
                person("operator")
                        .post("/people", Map.of("token", person("operator").token("/people"), "nik", "12345"))
                        .statusCode());
    }

    @Test
    void aPageOfAnErrorRepeatsNothingThatWasAsked() throws Exception {
        Visitor operator = person("operator");
        HttpResponse<String> nothing = operator.get("/drops/" + NIK + "/x");

        assertEquals(404, nothing.statusCode());
        assertFalse(nothing.body().contains(NIK));
    }
}
