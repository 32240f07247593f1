package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.pipeline.Accounts;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.WebAnswer;
import id.jembatan.pipeline.WebRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in, by name and password. */
final class SignInPage {

    private static final Logger LOG = LoggerFactory.getLogger(SignInPage.class);
    private static final String ACTION = "console sign-in";

    private final House house;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Cookies cookies;
    private final View view;
    private final Attempts attempts = new Attempts();

    SignInPage(House house, Accounts accounts, Sessions sessions, Cookies cookies, View view) {
        this.house = house;
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.view = view;
    }

    WebAnswer answer(WebRequest request, Instant now) throws IOException {
        if (!request.isChanging()) {
            return form(200, "");
        }
        String token = request.cookies().getOrDefault(cookies.form(), "");
        if (!Sessions.isSame(token, request.field(Console.TOKEN))) {
            return form(403, "console.sign-in.again");
        }
        if (!attempts.isAllowed(request.remote(), now)) {
            LOG.warn("console: too many sign-ins from one address");
            return form(429, "console.sign-in.too-often");
        }
        String name = request.field("name").strip().toLowerCase(Locale.ROOT);
        Optional<Accounts.SignedIn> in = accounts.signIn(name, request.field("password"), now, () -> note(now, name));
        if (in.isEmpty()) {
            return form(403, "console.sign-in.wrong");
        }
        Account account = in.get().account();
        house.audit()
                .add(now, account.name(), ACTION, Map.of("role", account.role().name()));
        sessions.close(request.cookies().getOrDefault(cookies.session(), ""));
        String secret =
                sessions.open(account.name(), account.version(), in.get().choosing(), now);
        return WebAnswer.seeOther(in.get().choosing() ? "/password" : "/")
                .withCookie(cookies.of(cookies.session(), secret))
                .withCookie(cookies.forget(cookies.form()));
    }

    /** Somebody has tried too often; whoever it was has not signed in. */
    private void note(Instant now, String name) {
        LOG.warn("console: an account is locked after {} wrong passwords", Accounts.MOST_FAILURES);
        try {
            house.audit().add(now, name, "console locked", Map.of("failures", Accounts.MOST_FAILURES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebAnswer form(int status, String problem) throws IOException {
        String token = Sessions.newSecret();
        return WebAnswer.page(status, view.page("sign-in", Map.of("token", token, "problem", problem)))
                .withCookie(cookies.of(cookies.form(), token));
    }
}
