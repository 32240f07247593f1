package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.pipeline.Accounts;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.WebAnswer;
import id.jembatan.pipeline.WebRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Somebody chooses a password of their own; every other session of the account is over then. */
final class PasswordPage implements Page {

    private final House house;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Cookies cookies;
    private final View view;

    PasswordPage(House house, Accounts accounts, Sessions sessions, Cookies cookies, View view) {
        this.house = house;
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.view = view;
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (!visit.isOfLength(1)) {
            return Optional.empty();
        }
        WebRequest request = visit.request();
        if (!request.isChanging()) {
            return Optional.of(form(200, visit, ""));
        }
        String wanted = request.field("password");
        if (!wanted.equals(request.field("again"))) {
            return Optional.of(form(400, visit, "console.password.differs"));
        }
        Optional<Accounts.Weakness> weak = accounts.findWeakness(visit.account().name(), wanted);
        if (weak.isPresent()) {
            return Optional.of(form(400, visit, "console.password." + weak.get()));
        }
        return Optional.of(choose(visit, wanted));
    }

    private WebAnswer choose(Visit visit, String wanted) throws IOException {
        String name = visit.account().name();
        house.audit().add(visit.now(), name, "console password", Map.of());
        Optional<Account> changed = accounts.choosePassword(name, wanted);
        if (changed.isEmpty()) { // removed meanwhile
            return WebAnswer.seeOther("/sign-in");
        }
        sessions.close(visit.request().cookies().getOrDefault(cookies.session(), ""));
        String secret = sessions.open(name, changed.get().version(), false, visit.now());
        return WebAnswer.seeOther("/?said=password").withCookie(cookies.of(cookies.session(), secret));
    }

    private WebAnswer form(int status, Visit visit, String problem) throws IOException {
        return WebAnswer.page(status, view.page("password", visit, Map.of("problem", problem)));
    }
}
