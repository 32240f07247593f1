package id.jembatan.normalise;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.NikText;

/**
 * Cleans a NIK, a family-card number or a KPJ, in the order of SPEC section 5: text rules, a leading apostrophe,
 * {@code ="…"} and quotes, foreign digits, then what stands between digits. Whether what remains is a NIK is for the
 * rules to say.
 */
final class NikCleaner {
    private static final int DIGITS = 16;

    private final boolean workbook;

    /** A number of a workbook has been through a double; one of JSON is its own text. */
    NikCleaner(DateSystem dates) {
        this.workbook = dates != DateSystem.NONE;
    }

    NikText clean(Cell cell) {
        boolean number = cell.kind() == Cell.Kind.NUMBER;
        boolean inexact = number && workbook;
        String raw = cell.text();
        if (Digits.isExactly(DIGITS, raw)) {
            return new NikText(raw, number, inexact);
        }
        String text = Digits.toAscii(Quotes.strip(TextTidier.tidy(raw)));
        if (text.endsWith(".0")) {
            String before = text.substring(0, text.length() - 2);
            String whole = join(before, number);
            // digits and .0 and nothing else are a number of any length: its point must not make 16 digits of 15
            if (Digits.isExactly(DIGITS, whole) || Digits.isAll(before)) {
                return new NikText(whole, number, true);
            }
        }
        return new NikText(join(text, number), number, inexact);
    }

    /** Nothing is joined in a number: its point is a point, and 15 digits and a fraction are no NIK. */
    private static String join(String text, boolean number) {
        if (number || Digits.isAll(text)) {
            return text;
        }
        StringBuilder joined = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int after = i;
            while (after < text.length() && isSeparator(text.charAt(after))) {
                after++;
            }
            boolean between = i > 0
                    && after < text.length()
                    && Digits.isDigit(text.charAt(i - 1))
                    && Digits.isDigit(text.charAt(after));
            if (after == i) {
                joined.append(text.charAt(i));
                after++;
            } else if (!between) {
                joined.append(text, i, after);
            }
            i = after;
        }
        return joined.toString();
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '.' || c == ',' || c == '-' || (c >= '\u2010' && c <= '\u2015') || c == '\u2212';
    }
}
