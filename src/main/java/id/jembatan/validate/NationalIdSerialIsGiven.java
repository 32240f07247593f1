package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_SERIAL;

/** Serials begin at 0001. */
final class NationalIdSerialIsGiven implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.hasSixteenDigits() && subject.nik() % 10_000 == 0) {
            findings.add(NIK_SERIAL);
        }
    }
}
