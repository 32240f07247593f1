package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.PHONE_UNREADABLE;

/** A telephone number that cannot be read is left empty. */
final class PhoneIsReadable implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().phone().isUnreadable()) {
            findings.add(PHONE_UNREADABLE);
        }
    }
}
