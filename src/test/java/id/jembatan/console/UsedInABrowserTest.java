package id.jembatan.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.AnswerDesk;
import id.jembatan.pipeline.IssueIuran;
import id.jembatan.pipeline.ReviewDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator's morning, from the first sign-in to a decided review, in the installed Chromium. Every page that is passed is
 * looked at in three widths, by day and by night: the pictures lie in target/console-pictures.
 */
class UsedInABrowserTest {

    private static final String LIST = """
            NIK;NAMA;TANGGAL LAHIR
            9203011205809001;UDIN WAGAB;12-05-1980
            920301120580900;SITI WAGAB;13-05-1980
            9203011205809003;AGUS;31-02-1981
            """;

    private static final String TWO = """
            NIK;NAMA;TANGGAL LAHIR;JENIS KELAMIN;ALAMAT;PEKERJAAN
            9203011405809004;AGUS HEGEMUR;14-05-1980;L;KAMPUNG WAYATI;NELAYAN
            9203011405809004;WATI HINDOM;15-06-1981;P;KAMPUNG WAYATI;PEDAGANG
            """;

    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";

    @TempDir
    private Path home;

    @Test
    void anOperatorSignsInSendsAFileReadsItsReceiptAndDecidesAReview() throws Exception {
        try (OpenConsole console = new OpenConsole(home.resolve("home"));
                Browser browser = new Browser("http://127.0.0.1:" + console.port())) {
            fill(console);
            Page page = browser.page();

            signIn(console, browser, page);
            assertThat(page.locator(".list.needs")).containsText("tinjauan menunggu keputusan");
            page.navigate("/");
            browser.look("home");

            send(console, browser, page);
            readReceipt(browser, page);
            decide(console, browser, page);
            takeBack(browser, page);
            settle(console, browser, page);
            findPerson(browser, page);
            page.navigate("/sent");
            assertThat(page.locator("tbody tr")).hasCount(4);
            browser.look("sent");
            page.locator("a[href^='/sent/iuran/']").first().click();
            assertThat(page.locator("h1")).hasText("Daftar iuran Juni 2025");
            browser.look("iuran");
            report(browser, page);
            provePagesThatAreGivenOut(console, browser);

            page.navigate("/nothing");
            assertThat(page.locator("h1")).hasText("Halaman tidak ditemukan");
            browser.look("nothing");
            assertEquals(
                    List.of(403, 404), // a wrong password, and this page
                    browser.complaints());
            button(page, "Keluar").click();
            assertThat(page.locator("h1")).hasText("Masuk");
            seeOnlyTheirOwn(console, browser, page);
        }
    }

    private void fill(OpenConsole console) throws Exception {
        list(console, OpenConsole.FAKFAK, "Daftar Pekerja Rentan.csv", 1, 2_400);
        list(console, OpenConsole.PETANI, "petani tahap 1.csv", 10_000, 1_500);
        console.enrol();
        list(console, OpenConsole.FAKFAK, "Daftar Pekerja Rentan tahap 2.csv", 5_000, 700);
        console.drop(OpenConsole.FAKFAK, "dua orang.csv", TWO);
        console.drop(OpenConsole.FAKFAK, "surat pengantar.pdf", "%PDF-1.4");
        StringBuilder answers = new StringBuilder("REF;STATUS;KPJ\n");
        for (int line = 1; line <= 900; line++) {
            answers.append(BATCH + "/" + line + ";DITERIMA;" + (24_000_000_000L + line) + "\n");
        }
        console.answer("fakfak", "jawaban.csv", answers.toString());
        console.answer("fakfak", "jawaban lagi.csv", "REF;STATUS;ALASAN\n" + BATCH + "/7;DITOLAK;NIK tidak padan\n");
        for (String programme : List.of(OpenConsole.FAKFAK, OpenConsole.PETANI)) {
            new IssueIuran(console.house())
                    .issue(Choices.find(console.house(), programme).orElseThrow(), YearMonth.of(2025, 6));
        }
    }

    private void list(OpenConsole console, String programme, String name, int first, int people) throws Exception {
        Path made = home.resolve("list.csv");
        InventedLists.write(
                made,
                OfficeStyle.SEMICOLON_TEXT,
                new RegencyCode(programme.substring(0, 4)),
                Calling.VULNERABLE,
                first,
                people,
                Faults.usual(),
                7);
        console.drop(programme, name, made);
    }

    private static void signIn(OpenConsole console, Browser browser, Page page) {
        String given = console.account("ani", Role.OPERATOR, "");
        page.navigate("/");
        assertThat(page.locator("h1")).hasText("Masuk");
        browser.look("sign-in");
        page.getByLabel("Nama").fill("Ani");
        page.getByLabel("Kata sandi").fill("salah sekali lagi");
        button(page, "Masuk").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Nama atau kata sandi salah");
        browser.look("sign-in-wrong");
        console.pass(Duration.ofMinutes(1));
        page.getByLabel("Nama").fill("ani");
        page.getByLabel("Kata sandi").fill(given);
        button(page, "Masuk").click();
        assertThat(page.locator("h1")).hasText("Pilih kata sandi baru");
        browser.look("password");
        page.getByLabel("Kata sandi baru").fill(OpenConsole.PASSWORD);
        page.getByLabel("Sekali lagi").fill(OpenConsole.PASSWORD);
        button(page, "Simpan").click();
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Kata sandi baru berlaku.");
    }

    /** The list is taken while its page is open, and shows up there by itself. */
    private void send(OpenConsole console, Browser browser, Page page) throws Exception {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Kirim berkas"))
                .click();
        browser.look("upload");
        page.getByLabel("Program").selectOption(OpenConsole.FAKFAK);
        page.getByLabel("Berkas", new Page.GetByLabelOptions().setExact(true))
                .setInputFiles(Files.writeString(home.resolve("daftar baru.csv"), LIST));
        button(page, "Kirim").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Berkas sudah masuk folder program");
        assertEquals(List.of("9203-fakfak/pekerja-rentan-2025/daftar baru.csv"), console.waiting());

        console.pass();

        assertThat(page.locator("#drops"))
                .containsText("daftar baru.csv", new ContainsTextOptions().setTimeout(60_000));
        browser.look("drops");
    }

    private static void readReceipt(Browser browser, Page page) {
        page.getByText("daftar baru.csv").click();
        assertThat(page.locator("h1")).hasText("daftar baru.csv");
        assertThat(page.locator(".counts .ACCEPTED b")).hasText("1");
        assertThat(page.locator(".causes li").first()).containsText("NIK");
        browser.look("drop");
        String receipt = page.waitForResponse(
                        answer -> answer.url().endsWith("tanda-terima.html"),
                        () -> page.getByText("tanda-terima.html").click())
                .text();
        assertTrue(receipt.contains("Tanda Terima") || receipt.contains("Daftar ini sudah dibaca"), receipt);
        page.goBack();
        page.navigate("/drops");
        page.getByText("surat pengantar.pdf").click();
        assertThat(page.locator(".problem")).containsText("FILE_FORMAT");
        browser.look("drop-refused");
        page.navigate("/drops");
        page.getByText("Daftar Pekerja Rentan.csv").click();
        browser.look("drop-large");
    }

    private static void decide(OpenConsole console, Browser browser, Page page) throws Exception {
        page.navigate("/reviews");
        browser.look("reviews");
        String mine = reviewOf("WATI HINDOM", console);
        page.locator("a[href='/reviews/" + mine + "']").click();
        assertThat(page.locator(".sides")).containsText("WATI HINDOM");
        browser.look("review");
        int before = console.trail().size();
        page.getByLabel("Milik orang 2").check();
        page.getByLabel("Alasan").fill("KTP asli diperlihatkan");
        button(page, "Putuskan").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sudah diputuskan");
        assertThat(page.locator(".stack a[href='/reviews/" + mine + "']")).hasCount(0);

        List<JsonNode> added = console.trail().subList(before, console.trail().size());
        assertEquals(2, added.size(), added.toString());
        assertEquals("decide", added.get(0).path("does").asText());
        assertEquals("2", added.get(0).path("choice").asText());
        assertEquals("ani", added.get(0).path("by").asText());
        assertEquals(0, added.get(1).path("exit").asInt(-1));
        assertFalse(new ReviewDesk(console.house()).find(mine).orElseThrow().open());
    }

    private static void takeBack(Browser browser, Page page) {
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Tinjauan"))
                .last()
                .click();
        browser.look("review-decided");
        button(page, "Tarik kembali keputusan").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Keputusan ditarik kembali");
        assertThat(page.getByLabel("Alasan")).hasCount(1);
    }

    private static void settle(OpenConsole console, Browser browser, Page page) {
        page.navigate("/reviews");
        page.locator("a[href^='/reviews/answer:']").click();
        assertThat(page.locator("main")).containsText("NIK tidak padan");
        browser.look("answer");
        page.getByLabel("Baris itu tidak berlaku").check();
        page.getByLabel("Alasan").fill("cabang ditelepon");
        button(page, "Putuskan").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Sudah diputuskan");
        assertTrue(new AnswerDesk(console.house()).listOpen().isEmpty());
    }

    private static void report(Browser browser, Page page) {
        page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Laporan"))
                .click();
        assertThat(page.locator("h1")).hasText("Laporan 2025");
        assertThat(page.locator("figure.chart")).hasCount(5);
        browser.look("reports");
        page.locator("a[href='/reports/" + OpenConsole.FAKFAK + "']").click();
        assertThat(page.locator("figure.chart")).hasCount(2); // no day from list to card is no picture
        assertThat(page.locator("table").first()).isHidden();
        page.getByText("Angka-angkanya: Peserta dan kuota").click();
        assertThat(page.locator("table").first()).containsText("10.000");
        browser.look("report-programme");
        page.locator("a[href='/reports/" + OpenConsole.FAKFAK + "/2025']").click();
        assertThat(page.locator("h1")).hasText("Laporan tahunan 2025");
        browser.picture("report-year");
        page.navigate("/reports");
        page.getByText("Pemerintah Daerah Kabupaten Fakfak").click();
        assertThat(page.locator(".causes li")).hasCount(3);
        browser.look("report-office");
        page.getByText("Kartu mutu untuk dicetak").click();
        assertThat(page.locator("h1")).hasText("Kartu mutu daftar 2025");
        browser.picture("report-card");
    }

    /** Receipts, letters, day pages and lists, one of each name and folder depth. */
    private static void provePagesThatAreGivenOut(OpenConsole console, Browser browser) throws IOException {
        Map<String, Path> pages = new TreeMap<>();
        for (String folder : List.of("reply", "outbound")) {
            try (Stream<Path> files = Files.walk(console.home().resolve(folder))) {
                files.filter(file -> file.toString().endsWith(".html"))
                        .forEach(file ->
                                pages.putIfAbsent(file.getFileName() + " at depth " + file.getNameCount(), file));
            }
        }
        assertTrue(pages.size() >= 5, pages.toString());
        for (Path file : pages.values()) {
            browser.prove(file.toString(), Files.readString(file));
        }
    }

    private static void findPerson(Browser browser, Page page) {
        page.navigate("/people");
        page.getByLabel("NIK").fill("9203 0112 0580 9001");
        button(page, "Cari").click();
        assertThat(page.locator(".facts")).containsText("UDIN WAGAB");
        assertTrue(page.url().endsWith("/people"), "the NIK stands in no address");
        browser.look("people");
        page.getByLabel("Nama").fill("wag udin");
        button(page, "Cari nama").click();
        assertThat(page.locator(".hits")).containsText("UDIN WAGAB");
        browser.look("people-hits");
        page.locator(".hits tr")
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("UDIN WAGAB"))
                .getByRole(AriaRole.BUTTON)
                .click();
        assertThat(page.locator(".facts")).containsText("UDIN WAGAB");
    }

    /** Somebody of a regency signs in at the same machine. */
    private static void seeOnlyTheirOwn(OpenConsole console, Browser browser, Page page) {
        console.account("dewi", Role.REGENCY, "9203");
        console.house().accounts().choosePassword("dewi", OpenConsole.PASSWORD);
        page.getByLabel("Nama").fill("dewi");
        page.getByLabel("Kata sandi").fill(OpenConsole.PASSWORD);
        button(page, "Masuk").click();
        assertThat(page.locator("h1")).hasText("Beranda");
        assertThat(page.locator("main")).containsText("Fakfak");
        assertThat(page.locator("main")).not().containsText("Bolaang");
        browser.look("home-regency");
    }

    private static String reviewOf(String name, OpenConsole console) {
        ReviewDesk desk = new ReviewDesk(console.house());
        return desk.listReviews().stream()
                .map(number -> Long.toString(number))
                .filter(number -> desk.find(number).orElseThrow().claims().stream()
                        .anyMatch(claim -> claim.worker().name().equals(name)))
                .findFirst()
                .orElseThrow();
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
