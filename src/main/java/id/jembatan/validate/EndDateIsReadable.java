package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.END_DATE_UNREADABLE;

/** Without a date somebody leaves on the day of receipt; one that cannot be read is not taken for none (SPEC section 6). */
final class EndDateIsReadable implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().endDate().isUnreadable()) {
            findings.add(END_DATE_UNREADABLE);
        }
    }
}
