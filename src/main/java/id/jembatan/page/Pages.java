package id.jembatan.page;

import id.jembatan.domain.Messages;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.extension.AbstractExtension;
import io.pebbletemplates.pebble.extension.Function;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import io.pebbletemplates.pebble.template.EvaluationContext;
import io.pebbletemplates.pebble.template.PebbleTemplate;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Fills the page templates: every value is escaped, every word comes from the messages by {@code t('key', …)}. */
public final class Pages {

    private final Messages messages;
    private final PebbleEngine engine;

    /** Of the templates that become files. */
    public Pages(Messages messages) {
        this(messages, "templates");
    }

    /**
     * Of the templates in that folder of the class path.
     *
     * @param folder their names are given from there on
     */
    public Pages(Messages messages, String folder) {
        this.messages = messages;
        ClasspathLoader loader = new ClasspathLoader(Pages.class.getClassLoader());
        loader.setPrefix(folder);
        loader.setSuffix(".peb");
        this.engine = new PebbleEngine.Builder()
                .loader(loader)
                .autoEscaping(true)
                .strictVariables(true)
                .defaultLocale(Locale.ROOT)
                .extension(new Words())
                .build();
    }

    /** Fills a template into a file. */
    public void write(Path file, String template, Map<String, Object> values) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            fill(out, template, values);
        }
    }

    /** Fills a template for whoever asks now. */
    public String text(String template, Map<String, Object> values) throws IOException {
        StringWriter out = new StringWriter();
        fill(out, template, values);
        return out.toString();
    }

    private void fill(Writer out, String template, Map<String, Object> values) throws IOException {
        Map<String, Object> context = new HashMap<>(values);
        context.put("language", messages.language());
        engine.getTemplate(template).evaluate(out, context);
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
