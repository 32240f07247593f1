package id.jembatan.domain;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How many rows of a drop were read, and what became of them. */
public record RowCounts(long read, Map<Outcome, Long> byOutcome) {

    public static final RowCounts NONE = new RowCounts(0, Map.of());

    public RowCounts {
        byOutcome = Map.copyOf(byOutcome);
    }

    public long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    public RowCounts plus(RowCounts other) {
        Map<Outcome, Long> sums = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            sums.put(outcome, of(outcome) + other.of(outcome));
        }
        return new RowCounts(read + other.read, sums);
    }

    /** The law (SPEC section 6): every row that was read has exactly one outcome. */
    public boolean isBalanced() {
        return read == byOutcome.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Throws when the law does not hold; nothing may then be published. */
    public RowCounts requireBalanced() {
        if (!isBalanced()) {
            throw new IllegalStateException("control total: expected outcomes for " + read + " rows, found "
                    + byOutcome.values().stream().mapToLong(Long::longValue).sum());
        }
        return this;
    }

    /** The name of an outcome in machine files: {@code accepted}. */
    public static String nameOf(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
