package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person as the register keeps one: the row passed every rule.
 *
 * @param matchKey the name reduced to what identifies
 * @param birthDate empty only where the programme does not require it
 * @param sex as written, else from the NIK; only one that was written is also among the texts
 * @param wage rupiah a month, where the row gives one
 * @param texts all further fields that the register keeps, normalised
 */
public record Worker(
        NationalId nik,
        String name,
        String matchKey,
        Optional<LocalDate> birthDate,
        Sex sex,
        Optional<BigDecimal> wage,
        FieldTexts texts) {

    @Override
    public String toString() {
        return "worker " + nik;
    }
}
