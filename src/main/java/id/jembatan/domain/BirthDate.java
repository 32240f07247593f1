package id.jembatan.domain;

import java.time.LocalDate;

/**
 * A birth date as it could be read.
 *
 * @param centuryGuessed the year had two digits
 */
public record BirthDate(LocalDate date, boolean centuryGuessed, Order order) {

    /** How sure the order of day and month is. */
    public enum Order {
        /** ISO, a month by name, a date cell, equal numbers, or a day above 12. */
        CLEAR,
        /** Day and month as digits with separators, both at most 12 and different: read day first. */
        EITHER,
        /** Reads only with the month first. */
        MONTH_FIRST
    }
}
