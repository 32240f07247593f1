package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_DATE;

import java.time.LocalDate;

/** Digits 7 to 12 are a day in 19YY, or in 20YY up to today; women have 40 added to the day. */
final class NationalIdDateExists implements Rule {
    private final LocalDate received;

    NationalIdDateExists(LocalDate received) {
        this.received = received;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.hasSixteenDigits() && !NikDate.of(subject.nik()).existsUpTo(received)) {
            findings.add(NIK_DATE, subject.nikText().substring(6, 12));
        }
    }
}
