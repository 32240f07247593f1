package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Messages;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Fills the console's templates: every value is escaped, every word comes from the messages by {@code t('key', …)}. */
final class View {

    private final Messages messages;
    private final PebbleEngine engine;

    View(Messages messages) {
        this.messages = messages;
        ClasspathLoader loader = new ClasspathLoader(View.class.getClassLoader());
        loader.setPrefix("templates/console");
        loader.setSuffix(".html.peb");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .extension(new Words())
                .build();
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
        return fill(template, context);
    }

    /** A page for anybody. */
    String page(String template, Map<String, Object> values) throws IOException {
        Map<String, Object> context = new HashMap<>(values);
        context.put("signedIn", false);
        context.put("said", "");
        return fill(template, context);
    }

    /** What the page before has done, told once by the address: only what the catalogue knows. */
    private String said(Visit visit) {
        String what = visit.request().query().getOrDefault("said", "");
        return what.matches("[a-z-]{1,30}")
                ? messages.find("console.said." + what).orElse("")
                : "";
    }

    private String fill(String template, Map<String, Object> context) throws IOException {
        context.put("language", messages.language());
        StringWriter out = new StringWriter();
        engine.getTemplate(template).evaluate(out, context);
        return out.toString();
    }

    private final class Words extends AbstractExtension {

        @Override
        public Map<String, Function> getFunctions() {
            return Map.of("t", new Translate());
        }
    }

    private final class Translate implements Function {

        @Override
        public Object execute(
                Map<String, Object> arguments, PebbleTemplate self, EvaluationContext context, int lineNumber) {
            Object[] values = List.of("a", "b", "c").stream()
                    .map(arguments::get)
                    .takeWhile(Objects::nonNull)
                    .toArray();
            return messages.get(String.valueOf(arguments.get("key")), values);
        }

        @Override
        public List<String> getArgumentNames() {
            return List.of("key", "a", "b", "c");
        }
    }
}
