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
        if (!subject.hasSixteenDigits()) {
            return;
        }
        NikDate date = NikDate.of(subject.nik());
        if (!date.existsUpTo(received)) {
            String digits = subject.nikText().substring(6, 12);
            findings.add(
                    NIK_DATE,
                    wrongPart(date) + " " + digits + " " + digits.substring(0, 2) + " " + digits.substring(2, 4));
        }
    }

    /** The part that no date has; where each alone could be, they do not go together. */
    private static String wrongPart(NikDate date) {
        boolean day = date.day() < 1 || date.day() > 31;
        boolean month = date.month() < 1 || date.month() > 12;
        if (day && month) {
            return "DAY_AND_MONTH";
        }
        if (month) {
            return "MONTH";
        }
        return day ? "DAY" : "NO_SUCH_DAY";
    }
}
