package id.jembatan.settle;

import id.jembatan.domain.Field;
import id.jembatan.domain.Worker;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a later row says that the register did not know: each field alone, letter case and blanks apart. A name with an
 * equal match key is not new, and an empty field says nothing (SPEC section 6, UPDATED).
 */
final class WhatIsNew {

    private WhatIsNew() {}

    static Set<Field> fields(Worker known, Worker row) {
        Set<Field> fresh = EnumSet.noneOf(Field.class);
        if (!known.matchKey().equals(row.matchKey()) && !reduced(row.name()).equals(reduced(known.name()))) {
            fresh.add(Field.NAME);
        }
        if (row.birthDate().isPresent() && !row.birthDate().equals(known.birthDate())) {
            fresh.add(Field.BIRTH_DATE);
        }
        if (row.texts().has(Field.SEX) && known.sex() != row.sex()) {
            fresh.add(Field.SEX);
        }
        row.texts().forEach((field, text) -> {
            if (field != Field.SEX
                    && !reduced(text).equals(reduced(known.texts().get(field)))) {
                fresh.add(field);
            }
        });
        return fresh;
    }

    private static String reduced(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }
}
