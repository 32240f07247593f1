package id.jembatan.demo;

import id.jembatan.domain.Field;

/**
 * Some people who stand in a list together.
 *
 * @param first the ordinal of the first of them
 * @param newPhones every second has another telephone number than before
 */
record Cohort(InventedPeople people, long first, long size, boolean newPhones) {

    static Cohort of(InventedPeople people, long first, long size) {
        return new Cohort(people, first, size, false);
    }

    InventedPerson get(long index) {
        InventedPerson person = people.get(first + index);
        return newPhones && index % 2 == 0
                ? person.with(Field.PHONE, InventedPeople.phone(Dice.of(person.ordinal(), 62)))
                : person;
    }

    /** The first of them only. */
    Cohort head(long howMany) {
        return new Cohort(people, first, Math.min(size, howMany), newPhones);
    }

    Cohort withNewPhones() {
        return new Cohort(people, first, size, true);
    }

    /** How many have a new number. */
    long changed() {
        return newPhones ? (size + 1) / 2 : 0;
    }
}
