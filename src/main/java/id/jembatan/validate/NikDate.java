package id.jembatan.validate;

import java.time.LocalDate;
import java.time.Year;

/**
 * The date in digits 7 to 12 of a NIK, DDMMYY; a woman's day is 40 higher. It may be no date at all.
 *
 * @param yearOfCentury 0 to 99
 */
record NikDate(int day, int month, int yearOfCentury, boolean woman) {
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    static NikDate of(long nik) {
        int day = (int) (nik / 100_000_000 % 100);
        boolean woman = day > 40;
        return new NikDate(woman ? day - 40 : day, (int) (nik / 1_000_000 % 100), (int) (nik / 10_000 % 100), woman);
    }

    /** Whether there was such a day in 19YY, or in 20YY up to today. */
    boolean existsUpTo(LocalDate today) {
        if (month < 1 || month > 12 || day < 1 || day > LONGEST[month - 1]) {
            return false;
        }
        return isIn(1900)
                || (isIn(2000)
                        && !LocalDate.of(2000 + yearOfCentury, month, day).isAfter(today));
    }

    private boolean isIn(int century) {
        return day < 29 || month != 2 || Year.isLeap(century + yearOfCentury);
    }

    boolean isDay(LocalDate date) {
        return day == date.getDayOfMonth() && month == date.getMonthValue() && isYear(date.getYear());
    }

    boolean isYear(int year) {
        return year >= 1900 && year < 2100 && year % 100 == yearOfCentury;
    }
}
