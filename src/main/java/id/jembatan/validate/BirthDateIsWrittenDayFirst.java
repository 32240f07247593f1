package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_MONTH_FIRST;

import id.jembatan.domain.BirthDate;

/** 05/23/1980 reads only as 23 May. */
final class BirthDateIsWrittenDayFirst implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        subject.draft()
                .birthDate()
                .value()
                .filter(birth -> birth.order() == BirthDate.Order.MONTH_FIRST)
                .ifPresent(birth -> findings.add(BIRTH_DATE_MONTH_FIRST, WrittenDate.of(birth.date())));
    }
}
