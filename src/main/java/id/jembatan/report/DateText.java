package id.jembatan.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A date cell as the office writes dates. */
final class DateText {

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private DateText() {}

    /** {@code 12-05-1980} for {@code 1980-05-12}; a time of day stays behind it; what is no ISO date stays as it is. */
    static String dayFirst(String iso) {
        int time = iso.indexOf('T');
        String date = time < 0 ? iso : iso.substring(0, time);
        try {
            return LocalDate.parse(date).format(DAY_FIRST) + (time < 0 ? "" : " " + iso.substring(time + 1));
        } catch (DateTimeParseException noDate) {
            return iso;
        }
    }
}
