package id.jembatan.domain;

import java.util.OptionalInt;

/**
 * Who may enter, in completed years on the day of receipt, both ends included.
 *
 * @param max empty = no upper bound
 */
public record AgeRange(int min, OptionalInt max) {

    public AgeRange {
        if (min < 0 || (max.isPresent() && max.getAsInt() < min)) {
            throw new IllegalArgumentException("age from " + min + " to " + max);
        }
    }

    public boolean isBelow(int age) {
        return age < min;
    }

    public boolean isAbove(int age) {
        return max.isPresent() && age > max.getAsInt();
    }
}
