package id.jembatan.domain;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Whom a rejected row means, as far as it tells: in a full list that person is present all the same (SPEC section 6).
 *
 * @param nik one of 16 digits, however faulty
 * @param matchKey the name reduced to what identifies; "" for none
 */
public record ToldPerson(Optional<NationalId> nik, String matchKey, Optional<LocalDate> birthDate) {

    /** Longer is no name, and would not go into an index. */
    public static final int LONGEST_KEY = 200;

    public ToldPerson {
        matchKey = matchKey.length() > LONGEST_KEY ? "" : matchKey;
    }

    @Override
    public String toString() {
        return "told person " + nik;
    }
}
