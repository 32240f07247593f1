package id.jembatan.normalise;

import java.util.Locale;
import java.util.Set;

/**
 * What a spreadsheet shows where a formula failed is no name and no address. Columns that are read as something else say so
 * themselves: such a NIK is NIK_NOT_DIGITS, such a date unreadable.
 */
final class SpreadsheetErrors {
    private static final Set<String> ERRORS = Set.of(
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

    private SpreadsheetErrors() {}

    /** The text; "" when it is nothing but such an error. */
    static String without(String text) {
        return text.startsWith("#") && ERRORS.contains(text.toUpperCase(Locale.ROOT)) ? "" : text;
    }
}
