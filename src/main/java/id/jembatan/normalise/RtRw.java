package id.jembatan.normalise;

import java.util.Locale;

/** "001/002" or "RT 01 RW 02" in its two parts, with their zeros; the first run of digits is the RT. */
record RtRw(String rt, String rw) {

    static RtRw split(String tidy) {
        int first = firstDigit(tidy, 0);
        String one = run(tidy, first);
        String two = run(tidy, firstDigit(tidy, first + one.length()));
        String before = tidy.substring(0, first).toUpperCase(Locale.ROOT);
        boolean onlyRw = two.isEmpty() && (before.contains("/") || before.contains("RW"));
        return onlyRw ? new RtRw("", one) : new RtRw(one, two);
    }

    private static int firstDigit(String text, int from) {
        int start = from;
        while (start < text.length() && !Digits.isDigit(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private static String run(String text, int start) {
        return text.substring(start, start + Digits.countFrom(text, start));
    }
}
