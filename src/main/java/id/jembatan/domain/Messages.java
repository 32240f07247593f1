package id.jembatan.domain;

import java.util.Map;
import java.util.Optional;

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

    /** The sentence of a finding, exact where its detail makes it so. */
    public String sentence(Finding finding) {
        String key = "finding." + finding.code();
        String detailed = finding.detail().isEmpty() ? key : key + ".detail";
        return get(texts.containsKey(detailed) ? detailed : key, finding.detail());
    }

    /** Why a whole file was refused: {0} is all details joined, unless the sentence names {1} too. */
    public String sentence(Refusal refusal) {
        String key = "finding." + refusal.code();
        String detailed = refusal.details().isEmpty() ? key : key + ".detail";
        String chosen = texts.containsKey(detailed) ? detailed : key;
        return get(chosen).contains("{1}")
                ? get(chosen, refusal.details().toArray())
                : get(chosen, String.join(", ", refusal.details()));
    }

    /** What to do about a finding. */
    public String action(FindingCode code) {
        return get("finding." + code + ".action");
    }
}
