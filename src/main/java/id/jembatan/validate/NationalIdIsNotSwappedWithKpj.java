package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_KPJ_SWAPPED;

/** 11 digits in the NIK column and 16 in the KPJ column: the two columns were exchanged. */
final class NationalIdIsNotSwappedWithKpj implements Rule {
    private static final int KPJ_DIGITS = 11;

    @Override
    public void check(Subject subject, Findings findings) {
        boolean swapped = Subject.isDigits(subject.nikText(), KPJ_DIGITS)
                && subject.draft()
                        .kpj()
                        .value()
                        .filter(kpj -> kpj.length() == Subject.NIK_DIGITS)
                        .isPresent();
        if (swapped) {
            findings.add(NIK_KPJ_SWAPPED);
        }
    }
}
