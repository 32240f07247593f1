package id.jembatan.demo;

import id.jembatan.domain.Field;
import java.util.Optional;

/**
 * A column of a list.
 *
 * @param field empty for a column of running numbers
 */
record ListColumn(Optional<Field> field, String header) {

    static ListColumn of(Field field, String header) {
        return new ListColumn(Optional.of(field), header);
    }

    static ListColumn numbering() {
        return new ListColumn(Optional.empty(), "NO");
    }

    boolean holds(Field wanted) {
        return field.equals(Optional.of(wanted));
    }
}
