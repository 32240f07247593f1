package id.jembatan.validate;

import id.jembatan.domain.EndReason;
import id.jembatan.domain.Field;
import id.jembatan.domain.WorkerDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells why somebody leaves from what the office wrote: {@code config/end-reasons.yaml}, by reason the texts that mean it. */
public final class EndReasons {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<Alias> aliases = new ArrayList<>();

    private record Alias(String words, EndReason reason) {}

    /**
     * The reasons and their texts; where a text holds several, the reason that stands first counts.
     *
     * @throws IllegalArgumentException when a reason is none that the register knows
     */
    public EndReasons(Map<String, List<String>> texts) {
        texts.forEach((name, meaning) -> {
            EndReason reason = EndReason.valueOf(name);
            meaning.forEach(text -> aliases.add(new Alias(words(text), reason)));
        });
    }

    /** The reason of that text: one of its texts stands in it, in whole words. */
    public EndReason of(String text) {
        String words = words(text);
        return aliases.stream()
                .filter(alias -> words.contains(alias.words()))
                .map(Alias::reason)
                .findFirst()
                .orElse(EndReason.OTHER);
    }

    /** The reason of a row: its own column, else what the note says. */
    public EndReason of(WorkerDraft draft) {
        String reason = draft.texts().get(Field.END_REASON);
        return of(reason.isEmpty() ? draft.texts().get(Field.NOTE) : reason);
    }

    /** In upper case, a blank before and behind each word, so that only whole words are found. */
    private static String words(String text) {
        return " "
                + BETWEEN_WORDS
                        .matcher(text.toUpperCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }
}
