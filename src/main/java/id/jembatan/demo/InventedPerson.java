package id.jembatan.demo;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import java.time.LocalDate;

/**
 * Somebody who does not live: the NIK ends in 9000 to 9999.
 *
 * @param ordinal the number that gives this person again
 * @param texts everything else that a list may ask, tidily written
 */
public record InventedPerson(
        long ordinal, NationalId nik, String name, Sex sex, LocalDate birthDate, FieldTexts texts) {

    /** "" where the person has nothing to say; NIK, name, birth date and sex have their own accessors. */
    public String text(Field field) {
        return texts.get(field);
    }

    /** The same person, born on another day, with the NIK that this gives. */
    InventedPerson bornOn(LocalDate day) {
        NationalId changed = Niks.of(nik.district(), day, sex, nik.serial());
        return new InventedPerson(ordinal, changed, name, sex, day, texts);
    }

    InventedPerson withName(String other) {
        return new InventedPerson(ordinal, nik, other, sex, birthDate, texts);
    }

    InventedPerson withNik(NationalId other) {
        return new InventedPerson(ordinal, other, name, sex, birthDate, texts);
    }

    InventedPerson with(Field field, String text) {
        FieldTexts.Builder changed = FieldTexts.builder();
        texts.forEach(changed::put);
        return new InventedPerson(
                ordinal, nik, name, sex, birthDate, changed.put(field, text).build());
    }

    @Override
    public String toString() {
        return "invented person " + ordinal;
    }
}
