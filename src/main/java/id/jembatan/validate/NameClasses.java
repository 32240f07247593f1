package id.jembatan.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Texts sorted into classes by lists of aliases, letters and digits only. */
final class NameClasses {
    private final Map<String, String> classes = new HashMap<>();

    /** @throws IllegalArgumentException when a text stands in two classes */
    NameClasses(Map<String, List<String>> aliases) {
        aliases.forEach((name, texts) -> texts.forEach(text -> {
            String other = classes.put(PlainName.of(text), name);
            if (other != null && !other.equals(name)) {
                throw new IllegalArgumentException("\"" + text + "\" stands in " + other + " and in " + name);
            }
        }));
    }

    Optional<String> find(String text) {
        return Optional.ofNullable(classes.get(PlainName.of(text)));
    }
}
