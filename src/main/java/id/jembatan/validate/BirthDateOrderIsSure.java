package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_ORDER_DOUBTFUL;

import id.jembatan.domain.BirthDate;

/** Where one date of a sheet is written with the month first, the others that allow it may be too. */
final class BirthDateOrderIsSure implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().habits().monthFirst()) {
            subject.draft()
                    .birthDate()
                    .value()
                    .filter(birth -> birth.order() == BirthDate.Order.EITHER)
                    .ifPresent(birth -> findings.add(BIRTH_DATE_ORDER_DOUBTFUL, WrittenDate.of(birth.date())));
        }
    }
}
