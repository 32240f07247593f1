package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_AS_NUMBER;

/** A NIK kept as a number came through this time; the next may be rounded. */
final class NationalIdIsStoredAsText implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().nik().fromNumber()) {
            findings.add(NIK_AS_NUMBER);
        }
    }
}
