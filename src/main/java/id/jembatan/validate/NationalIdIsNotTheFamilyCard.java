package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_IS_FAMILY_CARD;

import id.jembatan.domain.Field;

/** The number of the family card has 16 digits too and stands on the same paper. */
final class NationalIdIsNotTheFamilyCard implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.hasSixteenDigits() && subject.nikText().equals(subject.text(Field.FAMILY_CARD))) {
            findings.add(NIK_IS_FAMILY_CARD);
        }
    }
}
