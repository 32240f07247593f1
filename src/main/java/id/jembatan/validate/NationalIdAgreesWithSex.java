package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_SEX;

import id.jembatan.domain.Sex;

/** A day above 40 in the NIK is a woman's. A difference is for a person to look at, never an error. */
final class NationalIdAgreesWithSex implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.hasSixteenDigits()) {
            boolean woman = NikDate.of(subject.nik()).woman();
            Sex ofNik = woman ? Sex.FEMALE : Sex.MALE;
            subject.draft()
                    .sex()
                    .value()
                    .filter(sex -> sex != ofNik)
                    .ifPresent(sex -> findings.add(
                            NIK_SEX, ofNik.letter() + " " + subject.nikText().substring(6, 8)));
        }
    }
}
