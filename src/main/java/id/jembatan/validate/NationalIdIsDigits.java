package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_NOT_DIGITS;

import java.util.Locale;

/** A NIK is digits only. */
final class NationalIdIsDigits implements Rule {

    /** 15 digits and a question mark. */
    static final String LAST_DIGIT_LOST = "LAST_DIGIT_LOST";

    static final String MASKED = "MASKED";

    private static final String MASKS = "*\u2022\u25cf\u00d7\u2217\uff0a";

    @Override
    public void check(Subject subject, Findings findings) {
        String nik = subject.nikText();
        int digits = Subject.leadingDigits(nik);
        if (digits < nik.length()) {
            findings.add(NIK_NOT_DIGITS, damage(nik, digits));
        }
    }

    /** 15 digits and ? is how perbaikan.xlsx gives a rounded NIK back; stars are how other programs mask one. */
    private static String damage(String nik, int digits) {
        if (digits == Subject.NIK_DIGITS - 1 && nik.length() == Subject.NIK_DIGITS && nik.endsWith("?")) {
            return LAST_DIGIT_LOST;
        }
        if (nik.chars().anyMatch(c -> MASKS.indexOf(c) >= 0)
                || nik.toUpperCase(Locale.ROOT).contains("XXX")) {
            return MASKED;
        }
        if (nik.chars().allMatch(c -> c == '#')) {
            return "TOO_NARROW";
        }
        if (nik.chars().anyMatch(Character::isLetter)) {
            return nik.length() == Subject.NIK_DIGITS ? "LETTER_AT " + (digits + 1) : "LETTERS";
        }
        return isCutAtMark(nik) ? "MARK_AT_END" : "";
    }

    /** Marks between digits are gone by now; one that stands before or behind all digits may have lost its neighbour. */
    private static boolean isCutAtMark(String nik) {
        String bare = nik.replaceAll("^[ .,/-]+|[ .,/-]+$", "");
        return bare.length() < nik.length() && Subject.leadingDigits(bare) == bare.length();
    }
}
