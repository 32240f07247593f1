package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_NOT_DIGITS;

import java.util.Locale;

/** A NIK is digits only. */
final class NationalIdIsDigits implements Rule {

    /** 15 digits and a question mark. */
    static final String LAST_DIGIT_LOST = "LAST_DIGIT_LOST";

    static final String MASKED = "MASKED";

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
        if (nik.indexOf('*') >= 0 || nik.toUpperCase(Locale.ROOT).contains("XXX")) {
            return MASKED;
        }
        return nik.chars().anyMatch(Character::isLetter) ? "LETTERS" : "";
    }
}
