package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.SEX_FROM_NIK;
import static id.jembatan.domain.FindingCode.SEX_UNREADABLE;

/** Where the sex is not given or not to be read, the NIK tells it. */
final class SexIsReadable implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().sex().isUnreadable()) {
            findings.add(SEX_UNREADABLE);
        } else if (subject.draft().sex().isEmpty() && subject.hasSixteenDigits()) {
            findings.add(SEX_FROM_NIK, NikDate.of(subject.nik()).woman() ? "P" : "L");
        }
    }
}
