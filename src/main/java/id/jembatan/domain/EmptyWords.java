package id.jembatan.domain;

import java.util.Locale;
import java.util.Set;

/** What clerks write into a cell to say that there is nothing to write (SPEC section 5, Text). */
public final class EmptyWords {
    private static final Set<String> WORDS = Set.of(
            "-", "--", ".", "N/A", "NULL", "#N/A", "TIDAK ADA", "BELUM ADA", "TIDAK PUNYA", "NIHIL", "?", "KOSONG");

    private static final int LONGEST = 11;

    private EmptyWords() {}

    /** Whether the whole tidied cell is such a word, in any letter case. */
    public static boolean contains(String text) {
        if (text.isEmpty() || text.length() > LONGEST || !mayBegin(text.charAt(0))) {
            return false;
        }
        return WORDS.contains(text.toUpperCase(Locale.ROOT));
    }

    /** Nearly every cell is sorted out here, without a new string. */
    private static boolean mayBegin(char first) {
        return switch (first) {
            case '-', '.', '#', '?', 'N', 'n', 'T', 't', 'B', 'b', 'K', 'k' -> true;
            default -> false;
        };
    }
}
