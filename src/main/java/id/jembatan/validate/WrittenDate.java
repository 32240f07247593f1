package id.jembatan.validate;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** A date as a clerk writes it. */
final class WrittenDate {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private WrittenDate() {}

    static String of(LocalDate date) {
        return FORM.format(date);
    }
}
