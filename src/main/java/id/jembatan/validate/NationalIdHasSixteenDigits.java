package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_LENGTH;

/** A NIK has 16 digits (PP 37/2007 article 37); a KPJ has 11. */
final class NationalIdHasSixteenDigits implements Rule {

    /** 11 digits. */
    static final String AS_LONG_AS_KPJ = "11";

    @Override
    public void check(Subject subject, Findings findings) {
        String nik = subject.nikText();
        if (!subject.hasSixteenDigits() && Subject.leadingDigits(nik) == nik.length()) {
            findings.add(NIK_LENGTH, Integer.toString(nik.length()));
        }
    }
}
