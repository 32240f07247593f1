package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_SCIENTIFIC;

/** Excel shows a long number as 9.20301E+15 and, saved as text, keeps only that. */
final class NationalIdIsNotScientific implements Rule {

    private static final String LEFT = "LEFT ";

    @Override
    public void check(Subject subject, Findings findings) {
        if (isScientific(subject.nikText())) {
            findings.add(NIK_SCIENTIFIC, left(subject.nikText()));
        }
    }

    /** How many of the 16 digits the short form still shows; a plain 0E0 shows none of a NIK. */
    private static String left(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && text.charAt(i) != 'E' && text.charAt(i) != 'e'; i++) {
            digits += Subject.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits < Subject.NIK_DIGITS ? LEFT + digits : "WHOLE";
    }

    /** Sign, digits with at most one point or comma, E, sign, digits; the cleaning may have joined the mantissa. */
    private static boolean isScientific(String text) {
        int i = afterSign(text, 0);
        int digits = digitsFrom(text, i);
        i += digits;
        if (i < text.length() && (text.charAt(i) == '.' || text.charAt(i) == ',')) {
            i++;
            i += digitsFrom(text, i);
        }
        i = afterBlanks(text, i);
        if (digits == 0 || i >= text.length() || (text.charAt(i) != 'E' && text.charAt(i) != 'e')) {
            return false;
        }
        i = afterSign(text, afterBlanks(text, i + 1));
        int exponent = digitsFrom(text, i);
        return exponent > 0 && i + exponent == text.length();
    }

    private static int afterSign(String text, int from) {
        return from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-') ? from + 1 : from;
    }

    private static int afterBlanks(String text, int from) {
        return from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    }

    private static int digitsFrom(String text, int from) {
        int i = from;
        while (i < text.length() && Subject.isDigit(text.charAt(i))) {
            i++;
        }
        return i - from;
    }
}
