package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.Accounts;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReadingProgress;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.StatusDesk;
import id.jembatan.pipeline.WebAnswer;
import id.jembatan.pipeline.WebRequest;
import id.jembatan.pipeline.WebVisitors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongFunction;

/** Answers every request: who is it, may they, which page. */
public final class Console implements WebVisitors {

    /** What a form carries in which field. */
    static final String TOKEN = "token";

    private static final String ASSETS = "assets";
    private static final String SIGN_IN = "/sign-in";
    private static final String PASSWORD = "/password";

    private final Clock clock;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Cookies cookies;
    private final boolean secure;
    private final View view;
    private final Assets assets = new Assets();
    private final SignInPage signIn;
    private final PasswordPage password;
    private final Map<String, Page> pages;

    /** Half of the database's connections: however many people click, the line of drops has the others. */
    private final Semaphore atOnce;

    Console(House house, LongFunction<Optional<ReadingProgress>> progress, Clock clock) {
        Messages messages = house.messages();
        this.clock = clock;
        this.accounts = house.accounts();
        this.atOnce = new Semaphore(Math.max(1, (int) house.settings().number("jembatan.db.connections") / 2), true);
        this.secure = !house.settings().get("jembatan.console.tls.keystore").isEmpty();
        this.sessions = new Sessions(Duration.ofMinutes(house.settings().number("jembatan.console.idle")));
        this.cookies = new Cookies(secure);
        this.view = new View(messages);
        this.signIn = new SignInPage(house, accounts, sessions, cookies, view);
        this.password = new PasswordPage(house, accounts, sessions, cookies, view);
        Figures figures = new Figures(messages);
        DropPages drops = new DropPages(house, view, figures, progress);
        StatusDesk status = new StatusDesk(house);
        this.pages = Map.of(
                "",
                new HomePage(house, view, figures, status),
                "drops",
                drops,
                "upload",
                new UploadPage(house, view),
                "reviews",
                new ReviewPages(house, view, figures),
                "sent",
                new SentPage(house, view, figures),
                "reports",
                new ReportPages(house, view, figures, status),
                "people",
                new PersonPage(house, view, figures),
                "password",
                password);
    }

    /**
     * Opens the console of a running service, where a port is set for it, and free.
     *
     * @return where it is
     */
    public static Optional<URI> open(House house, Service service, Clock clock) throws Exception {
        return service.openConsole(new Console(house, service::findProgress, clock));
    }

    @Override
    public WebAnswer answer(WebRequest request) throws Exception {
        atOnce.acquire();
        try {
            return Headers.onto(find(request), secure);
        } finally {
            atOnce.release();
        }
    }

    private WebAnswer find(WebRequest request) throws Exception {
        Instant now = clock.instant();
        String first = request.path().isEmpty() ? "" : request.path().get(0);
        if (first.equals(ASSETS) && request.path().size() == 2 && !request.isChanging()) {
            return assets.find(request.path().get(1)).orElseGet(this::nothing);
        }
        if (request.isChanging() && isFromElsewhere(request)) {
            return refused();
        }
        if (first.equals("sign-in") && request.path().size() == 1) {
            return signIn.answer(request, now);
        }
        String secret = request.cookies().getOrDefault(cookies.session(), "");
        Optional<Sessions.Session> session = sessions.find(secret, now, !request.polling());
        Optional<Account> account = session.flatMap(open -> accountOf(open, secret));
        if (session.isEmpty() || account.isEmpty()) {
            return request.polling()
                    ? WebAnswer.text(200, "text/plain; charset=utf-8", "").with("HX-Redirect", SIGN_IN)
                    : WebAnswer.seeOther(SIGN_IN);
        }
        if (request.isChanging() && !Sessions.isSame(session.get().token(), request.field(TOKEN))) {
            return refused();
        }
        Visit visit = new Visit(request, account.get(), session.get().token(), now);
        if (first.equals("sign-out") && request.isChanging()) {
            sessions.close(secret);
            return WebAnswer.seeOther(SIGN_IN).withCookie(cookies.forget(cookies.session()));
        }
        if (session.get().choosing() && !first.equals("password")) {
            return WebAnswer.seeOther(PASSWORD);
        }
        Page page = pages.get(first);
        Optional<WebAnswer> answer = page == null ? Optional.empty() : page.answer(visit);
        return answer.isPresent()
                ? answer.get()
                : WebAnswer.page(404, view.page("plain", visit, Map.of("key", "console.nothing")));
    }

    /** The account as it is now: whoever was removed or changed meanwhile is signed out. */
    private Optional<Account> accountOf(Sessions.Session session, String secret) {
        Optional<Account> account = accounts.find(session.name()).filter(now -> now.version() == session.version());
        if (account.isEmpty()) {
            sessions.close(secret);
        }
        return account;
    }

    /** Browsers say it; who does not say it has no browser, and needs a token all the same. */
    private static boolean isFromElsewhere(WebRequest request) {
        return request.fetchSite()
                .filter(site -> !site.equals("same-origin") && !site.equals("none"))
                .isPresent();
    }

    private WebAnswer nothing() {
        return plain(404, "console.nothing");
    }

    private WebAnswer refused() {
        return plain(403, "console.refused");
    }

    private WebAnswer plain(int status, String key) {
        try {
            return WebAnswer.page(status, view.page("plain", Map.of("key", key)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WebAnswer fault() {
        return Headers.onto(plain(500, "console.fault"), secure);
    }

    @Override
    public WebAnswer turnedAway(int status) {
        return Headers.onto(plain(status, status == 413 ? "console.too-large" : "console.refused"), secure);
    }

    @Override
    public boolean isSending(String sessionCookie) {
        return sessions.find(sessionCookie, clock.instant(), true)
                .flatMap(session -> accountOf(session, sessionCookie))
                .filter(account -> account.role() != id.jembatan.domain.Role.AUDITOR)
                .isPresent();
    }

    @Override
    public String sessionCookie() {
        return cookies.session();
    }
}
