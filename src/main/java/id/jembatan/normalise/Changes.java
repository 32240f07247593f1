package id.jembatan.normalise;

import id.jembatan.domain.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Which fields of one row are no longer as they came, letter case and outer blanks apart. */
final class Changes {
    private final EnumSet<Field> fields = EnumSet.noneOf(Field.class);

    void note(Field field, String raw, String value) {
        if (!value.equals(raw) && !value.equalsIgnoreCase(trim(raw))) {
            fields.add(field);
        }
    }

    Set<Field> fields() {
        return fields.isEmpty() ? Set.of() : Collections.unmodifiableSet(fields);
    }

    private static String trim(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && TextTidier.isBlank(raw.charAt(start))) {
            start++;
        }
        while (end > start && TextTidier.isBlank(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }
}
