package id.jembatan.outbound;

import id.jembatan.domain.Batch;
import id.jembatan.domain.EnrolmentLine;
import id.jembatan.domain.Protection;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** Adds up the lines while they are written and holds the sums against what the batch says of itself. */
final class ControlTotals {

    private final Map<Protection, BigDecimal> parts = new EnumMap<>(Protection.class);
    private long people;
    private BigDecimal monthly = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;

    void add(EnrolmentLine line) {
        people++;
        monthly = monthly.add(line.contribution().total());
        total = total.add(line.total());
        for (Protection protection : Protection.values()) {
            parts.merge(protection, line.contribution().part(protection), BigDecimal::add);
        }
    }

    /** Throws when a sum is another than the batch's: the files must not leave the house. */
    void requireEqualTo(Batch batch) {
        require("people", BigDecimal.valueOf(batch.people()), BigDecimal.valueOf(people));
        require("rupiah a month", batch.monthly().total(), monthly);
        for (Protection protection : Protection.values()) {
            require(
                    "rupiah a month of " + protection,
                    batch.monthly().part(protection),
                    parts.getOrDefault(protection, BigDecimal.ZERO));
        }
        require("rupiah to the end", batch.total(), total);
    }

    private static void require(String what, BigDecimal expected, BigDecimal found) {
        if (expected.compareTo(found) != 0) {
            throw new IllegalStateException("control total: expected " + expected.toPlainString() + " " + what
                    + ", found " + found.toPlainString());
        }
    }
}
