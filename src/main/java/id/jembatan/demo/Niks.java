package id.jembatan.demo;

import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import java.time.LocalDate;

/** Composes 16-digit numbers of the form of a NIK. */
final class Niks {

    /** Serials from here to 9999 are for invented people. */
    static final int FIRST_SERIAL = 9000;

    static final int SERIALS = 1000;

    private Niks() {}

    static NationalId of(int district, LocalDate birth, Sex sex, int serial) {
        int day = birth.getDayOfMonth() + (sex == Sex.FEMALE ? 40 : 0);
        long date = day * 10_000L + birth.getMonthValue() * 100L + birth.getYear() % 100;
        return new NationalId((district * 1_000_000L + date) * 10_000 + serial);
    }
}
