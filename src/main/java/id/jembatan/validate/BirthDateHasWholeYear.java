package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_CENTURY;

import id.jembatan.domain.BirthDate;

/** A year of two digits leaves the century to be guessed: the latest that gives an age of ten or more. */
final class BirthDateHasWholeYear implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        subject.draft()
                .birthDate()
                .value()
                .filter(BirthDate::centuryGuessed)
                .ifPresent(birth -> findings.add(
                        BIRTH_DATE_CENTURY, Integer.toString(birth.date().getYear())));
    }
}
