package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_UNREADABLE;

/** A date that cannot be read is not guessed. */
final class BirthDateIsReadable implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().birthDate().isUnreadable()) {
            findings.add(BIRTH_DATE_UNREADABLE);
        }
    }
}
