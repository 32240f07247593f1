package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * One person in a month's contribution list.
 *
 * @param ref under which the branch knows the person: {@code <batch>/<no>}
 * @param month the list's, or the one that is corrected
 * @param times how often the month is paid: 1, or 0 for who left; in a correction 1 or -1
 */
public record IuranRow(Worker worker, String ref, Kind kind, YearMonth month, BigDecimal base, int times) {

    /** Why the person is listed. */
    public enum Kind {
        JOINED,
        CONTINUES,
        LEFT,
        CORRECTION
    }

    @Override
    public String toString() {
        return kind + " " + ref;
    }
}
