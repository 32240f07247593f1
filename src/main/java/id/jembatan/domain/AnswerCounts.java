package id.jembatan.domain;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many rows of an answer file became what.
 *
 * @param settled of the settled rows, how many say which verdict
 */
public record AnswerCounts(
        long read,
        Map<AnswerOutcome, Long> byOutcome,
        Map<AnswerReason, Long> reasons,
        Map<AnswerVerdict, Long> settled) {

    public static final AnswerCounts NONE = new AnswerCounts(0, Map.of(), Map.of(), Map.of());

    public AnswerCounts {
        byOutcome = ordered(AnswerOutcome.class, byOutcome);
        reasons = ordered(AnswerReason.class, reasons);
        settled = ordered(AnswerVerdict.class, settled);
    }

    private static <E extends Enum<E>> Map<E, Long> ordered(Class<E> of, Map<E, Long> counts) {
        EnumMap<E, Long> ordered = new EnumMap<>(of);
        ordered.putAll(counts);
        return java.util.Collections.unmodifiableMap(ordered);
    }

    public long of(AnswerOutcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }

    /** How many rows did not fit. */
    public long unfit() {
        return byOutcome.entrySet().stream()
                .filter(one -> !one.getKey().fits())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * The same, if every row became something.
     *
     * @throws IllegalStateException otherwise: nothing may then be published
     */
    public AnswerCounts requireBalanced() {
        long sum = byOutcome.values().stream().mapToLong(Long::longValue).sum();
        if (sum != read) {
            throw new IllegalStateException("control total: expected " + read + " answers, found " + sum);
        }
        return this;
    }
}
