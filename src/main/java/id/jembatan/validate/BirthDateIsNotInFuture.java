package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.BIRTH_DATE_FUTURE;

import java.time.LocalDate;

/** Nobody on a list is born after it came. */
final class BirthDateIsNotInFuture implements Rule {
    private final LocalDate received;

    BirthDateIsNotInFuture(LocalDate received) {
        this.received = received;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.draft()
                .birthDate()
                .value()
                .filter(birth -> birth.date().isAfter(received))
                .ifPresent(birth -> findings.add(BIRTH_DATE_FUTURE, WrittenDate.of(birth.date())));
    }
}
