package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_MISSING;

import id.jembatan.domain.Field;
import id.jembatan.domain.Programme;

/** Without a birth date nobody's age can be judged. */
final class BirthDateIsGiven implements Rule {
    private final boolean required;

    BirthDateIsGiven(Programme programme) {
        this.required = programme.required().contains(Field.BIRTH_DATE)
                || programme.required().contains(Field.BIRTH_PLACE_DATE);
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().birthDate().isEmpty() && required) {
            findings.add(BIRTH_DATE_MISSING);
        }
    }
}
