package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.NIK_BIRTH_DATE;

import id.jembatan.domain.BirthDate;
import java.time.LocalDate;
import java.util.Optional;

/** A corrected birth date does not change a NIK (PP 40/2019 article 30): never an error, never repaired. */
final class NationalIdAgreesWithBirthDate implements Rule {

    /** Day and month are exchanged against the NIK. */
    static final String SWAPPED = "SWAPPED";

    @Override
    public void check(Subject subject, Findings findings) {
        Optional<LocalDate> birth = subject.draft().birthDate().value().map(BirthDate::date);
        if (!subject.hasSixteenDigits() || birth.isEmpty()) {
            return;
        }
        NikDate nik = NikDate.of(subject.nik());
        if (!nik.isDay(birth.get())) {
            findings.add(NIK_BIRTH_DATE, difference(nik, birth.get()));
        }
    }

    private static String difference(NikDate nik, LocalDate birth) {
        boolean day = nik.day() == birth.getDayOfMonth();
        boolean month = nik.month() == birth.getMonthValue();
        boolean year = nik.isYear(birth.getYear());
        if (year && nik.day() == birth.getMonthValue() && nik.month() == birth.getDayOfMonth()) {
            return SWAPPED;
        }
        if (month && year) {
            return "DAY " + two(nik.day()) + " " + two(birth.getDayOfMonth());
        }
        if (day && year) {
            return "MONTH " + two(nik.month()) + " " + two(birth.getMonthValue());
        }
        if (day && month) {
            return "YEAR " + two(nik.yearOfCentury()) + " " + birth.getYear();
        }
        return "SEVERAL " + two(nik.day()) + "-" + two(nik.month()) + "-" + two(nik.yearOfCentury()) + " "
                + two(birth.getDayOfMonth()) + "-" + two(birth.getMonthValue()) + "-" + birth.getYear();
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
