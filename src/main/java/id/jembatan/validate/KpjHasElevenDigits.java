package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.KPJ_INVALID;

import id.jembatan.domain.Reading;

/** A KPJ, the number of a participant, has 11 digits. */
final class KpjHasElevenDigits implements Rule {
    private static final int DIGITS = 11;

    @Override
    public void check(Subject subject, Findings findings) {
        Reading<String> kpj = subject.draft().kpj();
        if (kpj.isUnreadable()) {
            findings.add(KPJ_INVALID);
        }
        kpj.value()
                .filter(digits -> digits.length() != DIGITS)
                .ifPresent(digits -> findings.add(KPJ_INVALID, Integer.toString(digits.length())));
    }
}
