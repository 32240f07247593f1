package id.jembatan.domain;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** {@code <yyyymmdd>-<first 10 hex digits of the SHA-256>}: unique within a programme, and the name of the reply folder. */
public record DropId(String value) {

    public DropId {
        if (!value.matches("[0-9]{8}-[0-9a-f]{10}")) {
            throw new IllegalArgumentException("a drop's id is a date and 10 hex digits, found \"" + value + "\"");
        }
    }

    /**
     * The id of some bytes received on some day.
     *
     * @param sha256 64 hex digits
     */
    public static DropId of(LocalDate day, String sha256) {
        return new DropId(day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + sha256.substring(0, 10));
    }

    @Override
    public String toString() {
        return value;
    }
}
