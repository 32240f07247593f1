package id.jembatan.domain;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every text that a person reads, by key, in one language. {@code {0}}, {@code {1}} … stand for the arguments; nothing
 * else is special.
 *
 * @param language {@code id} or {@code en}
 */
public record Messages(String language, Map<String, String> texts) {

    public Messages {
        texts = Map.copyOf(texts);
    }

    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The text with its arguments.
     *
     * @throws IllegalStateException when the catalogue has no such key: a fault of ours, never of the data
     */
    public String get(String key, Object... arguments) {
        String text = find(key)
                .orElseThrow(() -> new IllegalStateException("messages_" + language + ".properties has no " + key));
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /**
     * The sentence of a finding, exact where its detail makes it so: a text for that very detail; one for its first word,
     * which then names the words behind it; or one that names all of it.
     */
    public String sentence(Finding finding) {
        String key = "finding." + finding.code();
        if (finding.detail().isEmpty()) {
            return get(key);
        }
        String named = key + ".detail";
        String exact = named + "." + finding.detail();
        if (texts.containsKey(exact)) {
            return get(exact);
        }
        String[] words = finding.detail().split(" ", -1);
        if (texts.containsKey(named + "." + words[0])) {
            return get(named + "." + words[0], (Object[]) Arrays.copyOfRange(words, 1, words.length));
        }
        return get(texts.containsKey(named) ? named : key, finding.detail());
    }

    /** Why a whole file was refused: a text for its first detail, which then names the others, or one that names all. */
    public String sentence(Refusal refusal) {
        if (refusal.details().isEmpty()) {
            return get("finding." + refusal.code());
        }
        String exact = "refusal." + refusal.code() + "." + refusal.details().get(0);
        if (texts.containsKey(exact)) {
            return get(
                    exact,
                    refusal.details().subList(1, refusal.details().size()).toArray());
        }
        String named = "finding." + refusal.code() + ".detail";
        return texts.containsKey(named)
                ? get(named, refusal.details().stream().map(this::fieldName).collect(Collectors.joining(", ")))
                : get("finding." + refusal.code());
    }

    private String fieldName(String detail) {
        return find("field." + detail).orElse(detail);
    }

    /** What to do about a finding. */
    public String action(FindingCode code) {
        return get("finding." + code + ".action");
    }
}
