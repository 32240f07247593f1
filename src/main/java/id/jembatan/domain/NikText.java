package id.jembatan.domain;

/**
 * A NIK cell after cleaning (SPEC section 5, NIK, "Clean, in this order"); what it then is, is for the rules to say.
 *
 * @param text what remains; "" when empty
 * @param fromNumber it stood in a numeric spreadsheet cell or was a JSON number
 * @param inexact it may have passed through a double: a numeric spreadsheet cell, or text ending in {@code .0}
 */
public record NikText(String text, boolean fromNumber, boolean inexact) {

    @Override
    public String toString() {
        return "NikText(" + text.length() + ")";
    }
}
