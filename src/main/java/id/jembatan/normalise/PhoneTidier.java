package id.jembatan.normalise;

import id.jembatan.domain.Reading;

/**
 * A telephone number as {@code +62…} of 10 to 14 digits in all; of several the first (SPEC section 5, Phone). Forms: 08,
 * 8, 62, +62, 0062, 620.
 */
final class PhoneTidier {
    private static final int FEWEST = 10;
    private static final int MOST = 14;

    private PhoneTidier() {}

    static Reading<String> read(String tidy) {
        String text = Digits.toAscii(Quotes.strip(tidy));
        if (text.isEmpty()) {
            return Reading.empty();
        }
        String first = firstNumber(Digits.withoutPointZero(text));
        String national = text.startsWith("+") && first.startsWith("8") ? "" : national(first); // +81 is Japan
        int digits = national.length() + 2;
        return digits < FEWEST || digits > MOST || national.startsWith("0")
                ? Reading.unreadable()
                : Reading.of("+62" + national);
    }

    /** Without the country's code and the leading zero; "" for any other form. */
    private static String national(String digits) {
        if (digits.startsWith("0062")) {
            return afterCountry(digits, 4);
        }
        if (digits.startsWith("62")) {
            return afterCountry(digits, 2);
        }
        if (digits.startsWith("08")) {
            return digits.substring(1);
        }
        return digits.startsWith("8") ? digits : "";
    }

    private static String afterCountry(String digits, int from) {
        return digits.substring(digits.startsWith("0", from) ? from + 1 : from);
    }

    /** The digits up to the first mark that divides numbers; "" when something else stands in the way. */
    private static String firstNumber(String text) {
        StringBuilder digits = new StringBuilder(MOST);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Digits.isDigit(c)) {
                digits.append(c);
            } else if (isDivider(c) || (digits.length() >= FEWEST && beginsAnother(text, i))) {
                break;
            } else if (!isJoiner(c)) {
                return "";
            }
        }
        return digits.toString();
    }

    /** After a blank another number or a remark may follow: "0812… 0813…", "0812… (istri)", "0812… atau 0813…". */
    private static boolean beginsAnother(String text, int i) {
        if (text.charAt(i) != ' ' || i + 1 == text.length()) {
            return false;
        }
        char next = text.charAt(i + 1);
        return next == '0' || next == '+' || next == '(' || Character.isLetter(next);
    }

    private static boolean isDivider(char c) {
        return c == '/' || c == ',' || c == ';' || c == '&' || c == '|' || c == '\\';
    }

    private static boolean isJoiner(char c) {
        return c == ' ' || c == '.' || c == '-' || c == '+' || c == '(' || c == ')' || (c >= '\u2010' && c <= '\u2015');
    }
}
