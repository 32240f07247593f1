package id.jembatan.normalise;

import id.jembatan.domain.EmptyWords;
import java.text.Normalizer;

/**
 * Text as the house writes it (SPEC section 5, Text). Invisible characters go before the NFC form is made, and not
 * after: dropping one can bring a letter and its accent together.
 */
final class TextTidier {

    private TextTidier() {}

    /** Invisible characters dropped, white space made single blanks, trimmed, NFC; "" for the empty words. */
    static String tidy(String raw) {
        String text = isPlain(raw) ? raw : scrub(raw);
        return EmptyWords.contains(text) ? "" : text;
    }

    /** Tidied, and without the leads that would make a spreadsheet take it for a formula. */
    static String tidyFree(String raw) {
        String text = tidy(raw);
        int start = 0;
        while (start < text.length()
                && (isFormulaLead(text.charAt(start)) || (start > 0 && text.charAt(start) == ' '))) {
            start++;
        }
        return start == 0 ? text : tidy(text.substring(start));
    }

    static boolean isFormulaLead(char c) {
        return c == '=' || c == '+' || c == '-' || c == '@';
    }

    static boolean isBlank(int c) {
        return Character.isSpaceChar(c) || c == 0x85 || (c >= '\t' && c <= '\r');
    }

    /** Printable ASCII with single blanks inside: nearly every cell, returned as it is. */
    private static boolean isPlain(String raw) {
        boolean afterBlank = true;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c > '~' || c < ' ' || (c == ' ' && afterBlank)) {
                return false;
            }
            afterBlank = c == ' ';
        }
        return raw.isEmpty() || !afterBlank;
    }

    private static String scrub(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        boolean blankDue = false;
        int c;
        for (int i = 0; i < raw.length(); i += Character.charCount(c)) {
            c = raw.codePointAt(i);
            if (isBlank(c)) {
                blankDue = !text.isEmpty();
            } else if (isVisible(c)) {
                if (blankDue) {
                    text.append(' ');
                    blankDue = false;
                }
                text.appendCodePoint(c);
            }
        }
        String scrubbed = text.toString();
        return Normalizer.isNormalized(scrubbed, Normalizer.Form.NFC)
                ? scrubbed
                : Normalizer.normalize(scrubbed, Normalizer.Form.NFC);
    }

    /** Not a control or zero-width character, a byte-order mark, or half of a character. */
    private static boolean isVisible(int c) {
        int type = Character.getType(c);
        return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
    }
}
