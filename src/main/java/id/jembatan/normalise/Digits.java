package id.jembatan.normalise;

/** Small questions about texts of ASCII digits, without regular expressions: they are asked of every row. */
final class Digits {

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether there is something, and nothing but digits. */
    static boolean isAll(String text) {
        return !text.isEmpty() && countFrom(text, 0) == text.length();
    }

    static boolean isExactly(int count, String text) {
        return text.length() == count && isAll(text);
    }

    /** How many digits stand in a row from there. */
    static int countFrom(String text, int from) {
        int i = from;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i - from;
    }

    /** The number that those digits write; only for few enough of them. */
    static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + (text.charAt(i) - '0');
        }
        return number;
    }

    /** Full-width and Arabic-Indic digits as ASCII ones. */
    static String toAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return convert(text);
            }
        }
        return text;
    }

    /** Digits followed by {@code .0} are a number that was written as text: the digits; any other text as it is. */
    static String withoutPointZero(String text) {
        int end = text.length() - 2;
        return end > 0 && text.endsWith(".0") && countFrom(text, 0) == end ? text.substring(0, end) : text;
    }

    private static String convert(String text) {
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean foreign = (c >= '\uff10' && c <= '\uff19')
                    || (c >= '\u0660' && c <= '\u0669')
                    || (c >= '\u06f0' && c <= '\u06f9');
            ascii.append(foreign ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        return ascii.toString();
    }
}
