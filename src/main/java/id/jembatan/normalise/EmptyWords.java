package id.jembatan.normalise;

import java.util.Locale;
import java.util.Set;

/** What clerks write into a cell to say that there is nothing to write (SPEC section 5, Text). */
final class EmptyWords {
    private static final Set<String> WORDS = Set.of(
            "-", "--", ".", "N/A", "NULL", "#N/A", "TIDAK ADA", "BELUM ADA", "TIDAK PUNYA", "NIHIL", "?", "KOSONG");

    /**
     * What a spreadsheet shows where a formula failed is no name and no address. Columns that are read as something else say so
     * themselves: such a NIK is NIK_NOT_DIGITS, such a date unreadable.
     */
    private static final Set<String> SPREADSHEET_ERRORS = Set.of(
            "#REF!",
            "#VALUE!",
            "#NAME?",
            "#DIV/0!",
            "#NUM!",
            "#NULL!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#GETTING_DATA");

    private static final int LONGEST = 11;

    private EmptyWords() {}

    static String withoutSpreadsheetError(String text) {
        return text.startsWith("#") && SPREADSHEET_ERRORS.contains(text.toUpperCase(Locale.ROOT)) ? "" : text;
    }

    /** Whether the whole tidied cell is such a word, in any letter case. */
    static boolean contains(String text) {
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
