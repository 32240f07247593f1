package id.jembatan.validate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The districts or the villages of one regency, by their letters and digits only. */
final class KnownPlaces {
    /** Enough for every misspelling of a list; a hostile one is reckoned again and again, but not kept. */
    private static final int MOST_REMEMBERED = 10_000;

    private static final int LONGEST_REMEMBERED = 200;
    /** A cell with village, district and regency has some ten words. */
    private static final int MOST_WORDS = 16;
    /** Shorter ones stand by chance in any address. */
    private static final int SHORTEST_WITHIN = 4;

    private final List<String> names;
    private final List<String> plainNames;
    private final Map<String, String> known = new HashMap<>();
    private final Set<String> prefixes;
    private final Map<String, String> nearest = new ConcurrentHashMap<>();

    /**
     * @param spellings by known name, further ways to write it
     * @param prefixes words such as KEC that may stand before a name
     */
    KnownPlaces(List<String> names, Map<String, List<String>> spellings, Set<String> prefixes) {
        this.names = names;
        this.plainNames = names.stream().map(PlainName::of).toList();
        names.forEach(name -> known.putIfAbsent(PlainName.of(name), name));
        this.prefixes = prefixes;
        Map<String, List<String>> byPlain = new HashMap<>();
        spellings.forEach((name, others) -> byPlain.put(PlainName.of(name), others));
        for (String name : names) {
            byPlain.getOrDefault(PlainName.of(name), List.of())
                    .forEach(other -> known.putIfAbsent(PlainName.of(other), name));
        }
    }

    /** Whether the reference knows any: otherwise nothing can be said of a name. */
    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean has(String text) {
        return known.containsKey(PlainName.of(text)) || known.containsKey(PlainName.of(withoutPrefix(text)));
    }

    /**
     * The known name that is meant, as the reference writes it: the longest that stands in the text ("Wagom, Distrik
     * Fakfak"), else the one that comes nearest; "" for what is no name at all.
     */
    String nearestTo(String text) {
        String remembered = nearest.get(text);
        if (remembered != null) {
            return remembered;
        }
        String plain = PlainName.of(withoutPrefix(text));
        String name = within(text);
        if (name.isEmpty()) {
            int index = NearestName.of(plain, plainNames);
            name = index < 0 ? "" : names.get(index);
        }
        if (nearest.size() < MOST_REMEMBERED && !name.isEmpty() && text.length() <= LONGEST_REMEMBERED) {
            nearest.put(text, name);
        }
        return name;
    }

    /** The longest run of whole words that is a known name, the first of equals; "" where there is none. */
    private String within(String text) {
        String[] words = text.split("[^\\p{L}\\p{Nd}]+", MOST_WORDS + 1);
        int most = Math.min(words.length, MOST_WORDS);
        for (int length = most - 1; length > 0; length--) {
            for (int from = 0; from + length <= most; from++) {
                String run = PlainName.of(String.join("", Arrays.asList(words).subList(from, from + length)));
                String name = known.get(run);
                if (name != null && run.length() >= SHORTEST_WITHIN) {
                    return name;
                }
            }
        }
        return "";
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
