package id.jembatan.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A NIK: 16 digits, of which 6 are the area of first registration, 6 the date of birth DDMMYY (women: day + 40) and 4 a
 * serial. For life: it follows neither a move nor a corrected birth date (PP 37/2007 art. 37).
 */
public record NationalId(long value) implements Comparable<NationalId> {

    private static final long LOWEST = 1_000_000_000_000_000L;
    private static final long HIGHEST = 9_999_999_999_999_999L;

    /** No area begins with 99: these stand for somebody whose data are purged. */
    private static final long STAND_INS = 9_900_000_000_000_000L;

    public NationalId {
        if (value < LOWEST || value > HIGHEST) {
            throw new IllegalArgumentException("a NIK has 16 digits and does not begin with 0");
        }
    }

    /** The NIK of that value; empty when it is none. */
    public static Optional<NationalId> find(long value) {
        return value < LOWEST || value > HIGHEST ? Optional.empty() : Optional.of(new NationalId(value));
    }

    /** Stands for a person whose data are purged, so that rows of one person can still be told to be of one. */
    public static NationalId standIn(long person) {
        return new NationalId(STAND_INS + person);
    }

    /** Digits 1 to 4: the regency of first registration. */
    public int regency() {
        return (int) (value / 1_000_000_000_000L);
    }

    /** Digits 1 to 6: the district of first registration. */
    public int district() {
        return (int) (value / 10_000_000_000L);
    }

    /** Digits 13 to 16. */
    public int serial() {
        return (int) (value % 10_000);
    }

    /** Digits 7 and 8 above 40 are a woman's. */
    public Sex sex() {
        return day() > 40 ? Sex.FEMALE : Sex.MALE;
    }

    /** The date in digits 7 to 12 in the century given (1900 or 2000); empty when there is no such day. */
    public Optional<LocalDate> birthDate(int century) {
        int day = day() > 40 ? day() - 40 : day();
        int month = (int) (value / 1_000_000 % 100);
        int year = century + (int) (value / 10_000 % 100);
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private int day() {
        return (int) (value / 100_000_000 % 100);
    }

    /**
     * All 16 digits: only for what is written into the regency's, the branch's or the register's own data; "" of somebody who
     * is purged.
     */
    public String digits() {
        return value >= STAND_INS ? "" : Long.toString(value);
    }

    @Override
    public int compareTo(NationalId other) {
        return Long.compare(value, other.value);
    }

    /** Masked, so that no log shows it by accident: {@code ************0001}. */
    @Override
    public String toString() {
        return "************" + Long.toString(value).substring(12);
    }
}
