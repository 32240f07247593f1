package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of a workbook as text: the shortest exact decimal, or the date that their format shows. */
final class CellNumbers {

    private static final int DOUBLE_DIGITS = 15;
    /** A double ends at 1.8E308; a longer exponent is no number that a workbook can hold. */
    private static final int GREATEST_EXPONENT = 400;

    private static final int LONGEST = 100;
    /** Beside a power of two the nearest short decimal may belong to the next double, and the one behind it not. */
    private static final RoundingMode[] NEAREST_FIRST = {RoundingMode.HALF_EVEN, RoundingMode.UP, RoundingMode.DOWN};

    private static final int SECONDS_A_DAY = 86_400;
    /** 29 February 1900, which never was; Excel keeps it for the sake of Lotus 1-2-3. */
    private static final long NO_SUCH_DAY = 60;
    /** 31 December 9999 in the 1900 system, where Excel's calendar ends. */
    private static final long LAST_DAY = 2_958_465;

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 31);
    private static final LocalDate BEFORE_1900_FROM_MARCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate START_1904 = LocalDate.of(1904, 1, 1);
    private static final Pattern OFFSET = Pattern.compile("(?<=T.{5,30})(Z|[+-]\\d\\d:?\\d\\d)$");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private CellNumbers() {}

    /** @param raw as it stands in the XML; what is no number is taken as the text that it is */
    static Cell number(String raw) {
        if (isPlainInteger(raw)) {
            return new Cell(raw, Cell.Kind.NUMBER);
        }
        BigDecimal number = parse(raw);
        return number == null ? Cell.text(raw) : new Cell(shortest(number), Cell.Kind.NUMBER);
    }

    /** A double as the text that a workbook of today would hold: an integer with all of its digits. */
    static String text(double number) {
        boolean exact = number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE;
        return exact ? Long.toString((long) number) : Double.toString(number);
    }

    /** A number that the workbook shows as a date; where the calendar has no such day it stays a number. */
    static Cell date(String raw, DateSystem system) {
        BigDecimal number = parse(raw);
        if (number == null || number.signum() < 0 || number.compareTo(BigDecimal.valueOf(LAST_DAY + 1)) >= 0) {
            return number(raw);
        }
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        long day = whole.longValue();
        long second = number.subtract(whole)
                .multiply(BigDecimal.valueOf(SECONDS_A_DAY))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        if (second == SECONDS_A_DAY) {
            day++;
            second = 0;
        }
        boolean never = system != DateSystem.FROM_1904 && (day == 0 || day == NO_SUCH_DAY);
        if (never || day > LAST_DAY) {
            return number(raw);
        }
        return new Cell(iso(day(day, system), second), Cell.Kind.DATE);
    }

    /** A cell that holds its date as ISO text ({@code t="d"}); what it says is the day there, whatever the offset. */
    static Cell isoDate(String text) {
        String bare = OFFSET.matcher(text).replaceFirst("");
        try {
            LocalDateTime time = bare.contains("T")
                    ? LocalDateTime.parse(bare)
                    : LocalDate.parse(bare).atStartOfDay();
            return new Cell(iso(time.toLocalDate(), time.toLocalTime().toSecondOfDay()), Cell.Kind.DATE);
        } catch (DateTimeParseException e) {
            // not a date after all: whoever reads the row sees the text
            return Cell.text(text);
        }
    }

    private static LocalDate day(long day, DateSystem system) {
        if (system == DateSystem.FROM_1904) {
            return START_1904.plusDays(day);
        }
        return (day < NO_SUCH_DAY ? BEFORE_1900 : BEFORE_1900_FROM_MARCH).plusDays(day);
    }

    private static String iso(LocalDate day, long second) {
        return second == 0 ? day.toString() : day + "T" + TIME.format(LocalTime.ofSecondOfDay(second));
    }

    private static boolean isPlainInteger(String raw) {
        if (raw.isEmpty() || raw.length() > LONGEST || (raw.charAt(0) == '0' && raw.length() > 1)) {
            return false;
        }
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static @Nullable BigDecimal parse(String raw) {
        if (raw.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            boolean sane = Math.abs((long) number.scale()) <= GREATEST_EXPONENT;
            return sane ? number : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /**
     * An integer keeps every digit that the file holds, so that a NIK never passes through a double. A fraction of more
     * than 15 digits is the long form of a double (0.1 is stored as 0.10000000000000001): its shortest form is meant.
     */
    private static String shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() <= 0 || stripped.precision() <= DOUBLE_DIGITS) {
            return stripped.signum() == 0 ? "0" : stripped.toPlainString();
        }
        double value = stripped.doubleValue();
        BigDecimal exact = new BigDecimal(value);
        for (int digits = DOUBLE_DIGITS; digits < DOUBLE_DIGITS + 2; digits++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.stripTrailingZeros().toPlainString();
                }
            }
        }
        return exact.round(new MathContext(DOUBLE_DIGITS + 2, RoundingMode.HALF_EVEN))
                .stripTrailingZeros()
                .toPlainString();
    }
}
