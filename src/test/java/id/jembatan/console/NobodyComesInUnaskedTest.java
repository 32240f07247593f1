package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Role;
import id.jembatan.pipeline.Accounts;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names, passwords and sessions, by raw requests. */
class NobodyComesInUnaskedTest {

    private static final List<String> PAGES = List.of(
            "/",
            "/drops",
            "/drops/1",
            "/drops/1/progress",
            "/drops/1/files/rows.csv",
            "/upload",
            "/reviews",
            "/reviews/answer:1.1",
            "/sent",
            "/sent/iuran/9203/pekerja-rentan-2025/2025-06",
            "/sent/iuran/9203/pekerja-rentan-2025/2025-06/iuran.csv",
            "/reports",
            "/reports/9203/pekerja-rentan-2025",
            "/reports/9203/pekerja-rentan-2025/2025",
            "/reports/offices/9203/pemerintah-daerah-kabupaten-fakfak/card",
            "/people",
            "/password");

    @TempDir
    private static Path home;

    private static OpenConsole console;

    private Visitor visitor;

    @BeforeAll
    static void open() throws Exception {
        console = new OpenConsole(home.resolve("home"));
    }

    @AfterAll
    static void close() throws Exception {
        console.close();
    }

    /** One address may not sign in too often. */
    @BeforeEach
    void later() {
        visitor = new Visitor(console);
        console.pass(Duration.ofMinutes(1));
    }

    @Test
    void strangersAreSentToTheSignInWhateverTheyAskFor() throws Exception {
        for (String page : PAGES) {
            HttpResponse<String> answer = visitor.get(page);

            assertEquals(303, answer.statusCode(), page);
            assertEquals("/sign-in", answer.headers().firstValue("Location").orElse(""), page);
            assertEquals("", answer.body(), page);
        }
        for (String page : List.of("/reviews/1", "/reviews/answer:1.1", "/people", "/password", "/sign-out")) {
            assertEquals(303, visitor.post(page, Map.of("token", "x")).statusCode(), page);
        }
    }

    @Test
    void everyAnswerTellsTheBrowserWhatItMustNotDo() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        for (HttpResponse<String> answer : List.of(
                visitor.get("/sign-in"),
                visitor.get("/"),
                visitor.get("/assets/style.css"),
                ani.get("/"),
                ani.get("/nothing"),
                ani.post("/drops", Map.of()))) {
            String policy =
                    answer.headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'"), policy);
            assertFalse(policy.contains("unsafe"), policy);
            assertEquals(
                    "nosniff",
                    answer.headers().firstValue("X-Content-Type-Options").orElse(""));
            assertEquals("DENY", answer.headers().firstValue("X-Frame-Options").orElse(""));
        }
        assertEquals(
                "no-store", ani.get("/").headers().firstValue("Cache-Control").orElse(""));
        assertFalse(ani.get("/").body().contains(" style="));
        assertFalse(ani.get("/").body().contains("<script>"));
    }

    @Test
    void theSessionCookieIsForNoScriptAndNoOtherSite() throws Exception {
        console.account("ani", Role.OPERATOR, "");
        console.house().accounts().choosePassword("ani", OpenConsole.PASSWORD);

        List<String> cookies =
                visitor.signIn("ani", OpenConsole.PASSWORD).headers().allValues("Set-Cookie");

        assertTrue(
                cookies.stream()
                        .anyMatch(cookie -> cookie.matches("jembatan=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict")),
                cookies.toString());
    }

    @Test
    void aOneTimePasswordWorksOnceAndAnotherMustBeChosenBeforeAnything() throws Exception {
        String given = console.account("ani", Role.OPERATOR, "");

        HttpResponse<String> first = visitor.signIn("ani", given);
        HttpResponse<String> second = new Visitor(console).signIn("ani", given);

        assertEquals("/password", first.headers().firstValue("Location").orElse(""));
        assertEquals(403, second.statusCode());
        assertEquals(
                "/password",
                visitor.get("/drops").headers().firstValue("Location").orElse(""));
        String token = visitor.token("/password");
        for (String weak : List.of("pendek", given, "ani ani ani ani", "p".repeat(73))) {
            Map<String, String> form = Map.of("token", token, "password", weak, "again", weak);
            assertEquals(400, visitor.post("/password", form).statusCode(), weak);
        }
        assertEquals(
                400,
                visitor.post("/password", Map.of("token", token, "password", OpenConsole.PASSWORD, "again", "lain"))
                        .statusCode());

        HttpResponse<String> chosen = visitor.post(
                "/password", Map.of("token", token, "password", OpenConsole.PASSWORD, "again", OpenConsole.PASSWORD));

        assertEquals(303, chosen.statusCode());
        assertEquals(200, visitor.get("/drops").statusCode());
        assertEquals(
                303, new Visitor(console).signIn("ani", OpenConsole.PASSWORD).statusCode());
    }

    @Test
    void aOneTimePasswordThatNobodyUsedExpires() throws Exception {
        String given = console.account("ani", Role.OPERATOR, "");
        console.pass(Accounts.ONE_TIME_FOR);

        assertEquals(403, visitor.signIn("ani", given).statusCode());
    }

    @Test
    void fiveWrongPasswordsLockAnAccountForAQuarterOfAnHourAndNothingTellsThatItIsThere() throws Exception {
        console.account("ani", Role.OPERATOR, "");
        console.house().accounts().choosePassword("ani", OpenConsole.PASSWORD);
        String unknown = withoutToken(visitor.signIn("siapa", "salah sekali lagi"));
        for (int i = 0; i < Accounts.MOST_FAILURES; i++) {
            HttpResponse<String> wrong = visitor.signIn("ani", "salah sekali lagi");
            assertEquals(403, wrong.statusCode());
            assertEquals(unknown, withoutToken(wrong));
        }

        HttpResponse<String> locked = visitor.signIn("ani", OpenConsole.PASSWORD);

        assertEquals(403, locked.statusCode());
        assertEquals(unknown, withoutToken(locked));
        assertEquals(
                1,
                console.trail().stream()
                        .filter(line -> line.path("action").asText().equals("console locked"))
                        .count());
        console.pass(Accounts.LOCKED_FOR);
        assertEquals(303, visitor.signIn("ani", OpenConsole.PASSWORD).statusCode());
    }

    private static String withoutToken(HttpResponse<String> page) {
        return page.body().replaceAll("value=\"[^\"]+\"", "");
    }

    @Test
    void whoeverTriesTooOftenWaits() throws Exception {
        for (int i = 0; i < Attempts.MOST; i++) {
            assertEquals(403, visitor.signIn("orang" + i, "salah sekali lagi").statusCode());
        }

        assertEquals(429, visitor.signIn("orang", "salah sekali lagi").statusCode());
        console.pass(Duration.ofMinutes(1));
        assertEquals(403, visitor.signIn("orang", "salah sekali lagi").statusCode());
    }

    @Test
    void aSignInFromAFormThatIsNotOursIsRefused() throws Exception {
        console.account("ani", Role.OPERATOR, "");
        console.house().accounts().choosePassword("ani", OpenConsole.PASSWORD);
        Map<String, String> right = Map.of("name", "ani", "password", OpenConsole.PASSWORD);

        assertEquals(403, visitor.post("/sign-in", right).statusCode());
        visitor.get("/sign-in");
        assertEquals(403, visitor.post("/sign-in", right).statusCode());
        assertEquals(
                403,
                visitor.post(
                                "/sign-in",
                                Map.of(
                                        "token",
                                        visitor.token("/sign-in"),
                                        "name",
                                        "ani",
                                        "password",
                                        OpenConsole.PASSWORD),
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode());
    }

    @Test
    void aSessionThatSomebodyBroughtAlongIsNeverTheirs() throws Exception {
        console.account("ani", Role.OPERATOR, "");
        console.house().accounts().choosePassword("ani", OpenConsole.PASSWORD);
        visitor.cookies().put("jembatan", "A".repeat(43));

        visitor.signIn("ani", OpenConsole.PASSWORD);

        assertNotEquals("A".repeat(43), visitor.cookies().get("jembatan"));
        Visitor other = new Visitor(console);
        other.cookies().put("jembatan", "A".repeat(43));
        assertEquals(303, other.get("/").statusCode());
    }

    @Test
    void whoDoesNothingIsSignedOutAndAPageThatAsksByItselfKeepsNobodyIn() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        for (int minutes = 0; minutes < 19; minutes += 6) {
            console.pass(Duration.ofMinutes(6));
            assertEquals(200, ani.get("/drops").statusCode());
        }
        console.pass(Duration.ofMinutes(15));
        assertEquals(200, ani.get("/drops", "HX-Request", "true").statusCode());
        console.pass(Duration.ofMinutes(5));

        HttpResponse<String> asked = ani.get("/drops", "HX-Request", "true");

        assertEquals("/sign-in", asked.headers().firstValue("HX-Redirect").orElse(""));
        assertEquals("", asked.body());
        assertEquals(303, ani.get("/drops").statusCode());
    }

    @Test
    void howeverBusySomebodyIsAfterAWorkingDayThePasswordIsAskedForAgain() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        for (Duration worked = Duration.ZERO;
                worked.compareTo(Sessions.LONGEST.minusMinutes(15)) < 0;
                worked = worked.plusMinutes(15)) {
            assertEquals(200, ani.get("/password").statusCode());
            console.pass(Duration.ofMinutes(15));
        }

        console.pass(Duration.ofMinutes(15));

        assertEquals(303, ani.get("/password").statusCode());
    }

    @Test
    void whoSignsOutOrIsChangedOrRemovedIsOutAtOnce() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        String held = ani.cookies().get("jembatan");
        assertEquals(403, ani.post("/sign-out", Map.of("token", "lain")).statusCode());
        assertEquals(200, ani.get("/drops").statusCode());
        assertEquals(
                303, ani.post("/sign-out", Map.of("token", ani.token("/drops"))).statusCode());
        ani.cookies().put("jembatan", held);
        assertEquals(303, ani.get("/drops").statusCode());

        Visitor budi = console.signedIn("budi", Role.OPERATOR, "");
        console.account("budi", Role.AUDITOR, "");
        assertEquals(303, budi.get("/drops").statusCode());
        Visitor citra = console.signedIn("citra", Role.OPERATOR, "");
        assertTrue(console.house().accounts().remove("citra"));
        assertEquals(303, citra.get("/drops").statusCode());
    }

    @Test
    void whatIsTooLargeOrOfAnotherKindIsTurnedAwayByItsHead() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        String large = "x".repeat(70_000);

        assertEquals(413, ani.post("/sign-in", Map.of("name", large)).statusCode());
        assertEquals(
                415,
                ani.send(ani.request("/reviews/1")
                                .header("Content-Type", "application/json")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode());
        assertEquals(
                411,
                ani.send(ani.request("/upload")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[10]))))
                        .statusCode());
        assertEquals(
                411,
                ani.send(ani.request("/sign-in")
                                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new java.io.ByteArrayInputStream(new byte[10]))))
                        .statusCode());
        assertEquals(
                405,
                ani.send(ani.request("/").method("PUT", java.net.http.HttpRequest.BodyPublishers.noBody()))
                        .statusCode());
        assertEquals(
                403,
                new Visitor(console)
                        .upload(Map.of("token", "x"), "a.csv", new byte[10])
                        .statusCode());
    }

    @Test
    void anAddressThatIsNoneIsAnsweredAndTellsNothing() throws Exception {
        Visitor ani = console.signedIn("ani", Role.OPERATOR, "");
        for (String address :
                List.of("/drops/x", "/drops/99999999999999999999", "/drops/0", "/reviews/case:0", "/%2e%2e/")) {
            assertEquals(404, ani.get(address).statusCode(), address);
        }
        assertEquals(
                200,
                ani.get("/drops?before=%27%20or%201=1&programme=%3Cscript%3E").statusCode());
        assertFalse(ani.get("/drops?programme=%3Cscript%3E").body().contains("<script>"));
        assertFalse(ani.get("/?said=%3Cb%3E").body().contains("<b>&lt;"));
    }

    @Test
    void withoutAPortNothingListens() throws Exception {
        try (House house = other("-1");
                Service service = Service.startToServe(house, Path.of("routes"))) {
            assertTrue(Console.open(house, service, Clock.systemUTC()).isEmpty());
        }
    }

    @Test
    void aPortThatAnotherProgramHasKeepsNobodyFromWorking() throws Exception {
        try (House house = other(Integer.toString(console.port()));
                Service service = Service.startToServe(house, Path.of("routes"))) {
            assertTrue(Console.open(house, service, Clock.systemUTC()).isEmpty());
            service.openIntake();
        }
    }

    @Test
    void whoDoesOnePieceOfWorkOpensNoDoor() throws Exception {
        try (House house = other("0");
                Service service = Service.start(house, Path.of("routes"))) {
            assertTrue(Console.open(house, service, Clock.systemUTC()).isEmpty());
        }
    }

    private House other(String port) throws IOException {
        return House.open(Settings.load(
                Path.of("config"),
                Map.of("jembatan.home", home.resolve("other").toString(), "jembatan.console.port", port)));
    }
}
