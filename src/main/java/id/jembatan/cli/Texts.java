package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.MessageFiles;
import id.jembatan.pipeline.Settings;
import id.jembatan.pipeline.Unusable;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the command line itself, in the language that it asks for: help has to be told before the command line is
 * parsed, so language and configuration are looked up in the bare words.
 */
final class Texts extends ResourceBundle {

    private static final String HELP = "help.";
    private static final String LANGUAGE = "jembatan.language";
    private static final String INDONESIAN = "id";
    private static final String ENGLISH = "en";

    private final Messages messages;

    private Texts(Messages messages) {
        this.messages = messages;
    }

    /** The texts; none when the configuration cannot be read, of which the command itself will complain. */
    static Optional<Texts> find(String... arguments) {
        Path config = valueOf("--config", "", arguments).map(Path::of).orElseGet(RootCommand::productConfig);
        Map<String, String> given = new HashMap<>();
        valueOf("--set", LANGUAGE + "=", arguments).ifPresent(language -> given.put(LANGUAGE, language));
        return load(config, () -> Settings.load(config, given).language())
                .or(() -> load(config, () -> ENGLISH.equals(given.get(LANGUAGE)) ? ENGLISH : INDONESIAN));
    }

    private static Optional<Texts> load(Path config, Supplier<String> language) {
        try {
            return Optional.of(new Texts(MessageFiles.load(config, language.get())));
        } catch (Unusable | java.io.UncheckedIOException unusable) {
            return Optional.empty();
        }
    }

    Messages messages() {
        return messages;
    }

    /** The last value of an option that begins so, without that beginning. */
    private static Optional<String> valueOf(String option, String beginning, String... arguments) {
        Optional<String> found = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].startsWith(option + "=")
                    ? arguments[i].substring(option.length() + 1)
                    : arguments[i].equals(option) && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (!value.isEmpty() && value.startsWith(beginning)) {
                found = Optional.of(value.substring(beginning.length()));
            }
        }
        return found;
    }

    /** A text of the catalogue. */
    String get(String key, Object... arguments) {
        return messages.get(key, arguments);
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return messages.find(HELP + key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        List<String> keys = messages.texts().keySet().stream()
                .filter(key -> key.startsWith(HELP))
                .map(key -> key.substring(HELP.length()))
                .toList();
        return Collections.enumeration(keys);
    }
}
