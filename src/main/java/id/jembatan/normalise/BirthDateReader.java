package id.jembatan.normalise;

import id.jembatan.domain.BirthDate;
import id.jembatan.domain.BirthDate.Order;
import id.jembatan.domain.DateSystem;
import id.jembatan.domain.Reading;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Reads dates in the forms of SPEC section 5, Birth date: day first, ISO, eight digits, a month by name, and in a
 * workbook a bare serial number. What it cannot read is unreadable; it guesses nothing but the century.
 */
final class BirthDateReader {
    private static final LocalDate START_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final int LOWEST_SERIAL = 8_000;
    private static final int HIGHEST_SERIAL = 80_000;
    private static final int YOUNGEST = 10;
    private static final int YEARS_AHEAD = 20;

    private final DateSystem dates;
    private final int century;
    private final LocalDate latest;

    /** @param received decides the century of a two-digit year */
    BirthDateReader(DateSystem dates, LocalDate received) {
        // ten years old or more is never in the future
        this(dates, received.getYear(), received.minusYears(YOUNGEST));
    }

    private BirthDateReader(DateSystem dates, int year, LocalDate latest) {
        this.dates = dates;
        this.century = year - year % 100;
        this.latest = latest;
    }

    /** Reads the day of something that happens about now: a two-digit year is of the hundred up to some years from now. */
    static BirthDateReader ofEvents(DateSystem dates, LocalDate received) {
        LocalDate latest = received.plusYears(YEARS_AHEAD);
        return new BirthDateReader(dates, latest.getYear(), latest);
    }

    /** @param tidy the cell's text after the text rules */
    Reading<BirthDate> read(String tidy) {
        String text = Digits.toAscii(Quotes.strip(tidy));
        if (text.isEmpty()) {
            return Reading.empty();
        }
        int first = Digits.countFrom(text, 0);
        if (first == 8 && TimeOfDay.isRest(text, 8)) {
            return eightDigits(text);
        }
        if (isSerial(text, first)) {
            return certain(start().plusDays(Digits.number(text, 0, first)));
        }
        return first >= 1 && first <= 4 && first != 3 ? threeParts(text, first) : Reading.unreadable();
    }

    /** Year first; where that is no date, day first: {@code 19800512}, {@code 12051980}. */
    private static Reading<BirthDate> eightDigits(String text) {
        int year = Digits.number(text, 0, 4);
        int month = Digits.number(text, 4, 6);
        int day = Digits.number(text, 6, 8);
        if (isDate(year, month, day)) {
            return certain(LocalDate.of(year, month, day));
        }
        return exact(Digits.number(text, 4, 8), Digits.number(text, 2, 4), Digits.number(text, 0, 2));
    }

    /** A bare number between 1921 and 2119 by the workbook's count; a fraction is a time of day. */
    private boolean isSerial(String text, int digits) {
        if (dates == DateSystem.NONE || digits < 4 || digits > 5) {
            return false;
        }
        boolean bare = digits == text.length()
                || (text.charAt(digits) == '.'
                        && digits + 1 < text.length()
                        && digits + 1 + Digits.countFrom(text, digits + 1) == text.length());
        int serial = Digits.number(text, 0, digits);
        return bare && serial >= LOWEST_SERIAL && serial <= HIGHEST_SERIAL;
    }

    private LocalDate start() {
        return dates == DateSystem.FROM_1904 ? START_1904 : START_1900;
    }

    private Reading<BirthDate> threeParts(String text, int firstEnd) {
        int middle = afterSeparators(text, firstEnd);
        int middleDigits = Digits.countFrom(text, middle);
        int middleEnd = middleDigits > 0 ? middle + middleDigits : afterLetters(text, middle);
        int last = afterSeparators(text, middleEnd);
        int lastDigits = Digits.countFrom(text, last);
        boolean named = middleDigits == 0;
        boolean apart = named || (middle > firstEnd && last > middleEnd);
        if (!apart || middleDigits > 2 || lastDigits == 0 || !TimeOfDay.isRest(text, last + lastDigits)) {
            return Reading.unreadable();
        }
        int a = Digits.number(text, 0, firstEnd);
        int b = named ? MonthName.number(text.substring(middle, middleEnd)) : Digits.number(text, middle, middleEnd);
        if (firstEnd == 4) {
            return lastDigits <= 2 ? exact(a, b, Digits.number(text, last, last + lastDigits)) : Reading.unreadable();
        }
        if (lastDigits != 2 && lastDigits != 4) {
            return Reading.unreadable();
        }
        int year = Digits.number(text, last, last + lastDigits);
        return named ? ofYear(a, b, year, lastDigits, Order.CLEAR) : dayFirst(a, b, year, lastDigits);
    }

    private Reading<BirthDate> dayFirst(int a, int b, int year, int yearDigits) {
        if (b > 12 && a <= 12) {
            return ofYear(b, a, year, yearDigits, Order.MONTH_FIRST);
        }
        return ofYear(a, b, year, yearDigits, a <= 12 && a != b ? Order.EITHER : Order.CLEAR);
    }

    private Reading<BirthDate> ofYear(int day, int month, int year, int yearDigits, Order order) {
        if (yearDigits == 4) {
            return isDate(year, month, day)
                    ? Reading.of(new BirthDate(LocalDate.of(year, month, day), false, order))
                    : Reading.unreadable();
        }
        for (int base = century; base >= century - 100; base -= 100) {
            if (isDate(base + year, month, day)) {
                LocalDate date = LocalDate.of(base + year, month, day);
                if (!date.isAfter(latest)) {
                    return Reading.of(new BirthDate(date, true, order));
                }
            }
        }
        return Reading.unreadable();
    }

    private static Reading<BirthDate> exact(int year, int month, int day) {
        return isDate(year, month, day) ? certain(LocalDate.of(year, month, day)) : Reading.unreadable();
    }

    private static Reading<BirthDate> certain(LocalDate date) {
        return Reading.of(new BirthDate(date, false, Order.CLEAR));
    }

    private static boolean isDate(int year, int month, int day) {
        return year >= 1
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
    }

    private static int afterSeparators(String text, int from) {
        int i = from;
        while (i < text.length() && isSeparator(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int afterLetters(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isLetter(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.' || c == ' ' || c == ',' || (c >= '\u2010' && c <= '\u2015');
    }
}
