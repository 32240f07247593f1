package id.jembatan.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The districts or the villages of one regency, by their letters and digits only. */
final class KnownPlaces {
    /** Enough for every misspelling of a list; a hostile one is reckoned again and again, but not kept. */
    private static final int MOST_REMEMBERED = 10_000;

    private final List<String> names;
    private final List<String> plainNames;
    private final Set<String> known;
    private final Set<String> prefixes;
    private final Map<String, String> nearest = new ConcurrentHashMap<>();

    /**
     * @param spellings by known name, further ways to write it
     * @param prefixes words such as KEC that may stand before a name
     */
    KnownPlaces(List<String> names, Map<String, List<String>> spellings, Set<String> prefixes) {
        this.names = names;
        this.plainNames = names.stream().map(PlainName::of).toList();
        this.known = new HashSet<>(plainNames);
        this.prefixes = prefixes;
        Map<String, List<String>> byPlain = new HashMap<>();
        spellings.forEach((name, others) -> byPlain.put(PlainName.of(name), others));
        for (String name : plainNames) {
            new ArrayList<>(byPlain.getOrDefault(name, List.of())).forEach(other -> known.add(PlainName.of(other)));
        }
    }

    /** Whether the reference knows any: otherwise nothing can be said of a name. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean has(String text) {
        return known.contains(PlainName.of(text)) || known.contains(PlainName.of(withoutPrefix(text)));
    }

    /** The known name that comes nearest, as the reference writes it; "" for what is no name at all. */
    String nearestTo(String text) {
        String plain = PlainName.of(withoutPrefix(text));
        String remembered = nearest.get(plain);
        if (remembered != null) {
            return remembered;
        }
        int index = NearestName.of(plain, plainNames);
        String name = index < 0 ? "" : names.get(index);
        if (nearest.size() < MOST_REMEMBERED && index >= 0) {
            nearest.put(plain, name);
        }
        return name;
    }

    /** "Kec. Kokas" is Kokas. */
    private String withoutPrefix(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return prefixes.contains(text.substring(0, end).toUpperCase(Locale.ROOT)) ? text.substring(end) : text;
    }
}
