package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Messages;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Fills the console's templates with what every page of it has. */
final class View {

    private final Messages messages;
    private final Pages pages;

    View(Messages messages) {
        this.messages = messages;
        this.pages = new Pages(messages, "templates/console");
    }

    /** A page for somebody who is signed in. */
    String page(String template, Visit visit, Map<String, Object> values) throws IOException {
        Account account = visit.account();
        Map<String, Object> context = new HashMap<>(values);
        context.put("signedIn", true);
        context.put("name", account.name());
        context.put("role", messages.get("console.role." + account.role()));
        context.put("token", visit.token());
        context.put("mayDrop", account.role() != id.jembatan.domain.Role.AUDITOR);
        context.put("maySeeReviews", account.isSeeingReviews());
        context.put("mayDecide", account.isDeciding());
        context.put("here", visit.path(0));
        context.put("said", said(visit));
        return pages.text(template + ".html", context);
    }

    /** A page for anybody. */
    String page(String template, Map<String, Object> values) throws IOException {
        Map<String, Object> context = new HashMap<>(values);
        context.put("signedIn", false);
        context.put("said", "");
        return pages.text(template + ".html", context);
    }

    /** What the page before has done, told once by the address: only what the catalogue knows. */
    private String said(Visit visit) {
        String what = visit.request().query().getOrDefault("said", "");
        return what.matches("[a-z-]{1,30}")
                ? messages.find("console.said." + what).orElse("")
                : "";
    }
}
