package id.jembatan.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What several lists of people came to: how many, how many rows, and why rows did not enter. Grows with the kinds of mistakes,
 * never with rows or lists.
 */
public final class ListTally {

    private final Map<String, Mistake> mistakes = new TreeMap<>();
    private boolean sectors;
    private long taken;
    private long refused;
    private RowCounts rows = RowCounts.NONE;

    /**
     * A mistake for which rows did not enter.
     *
     * @param common the one that is behind them; empty where the code is its own cause
     * @param rows a row with several mistakes counts under each
     */
    public record Mistake(Optional<RootCause> common, FindingCode code, Field field, long rows) {

        private Mistake plus(Mistake other) {
            return new Mistake(common, code, field, rows + other.rows);
        }

        /** The common mistake's, else the finding's. */
        public String name() {
            return common.map(Enum::name).orElseGet(code::name);
        }
    }

    /** Counts a list that was answered, taken or refused. */
    public void add(LoggedDrop drop) {
        if (!drop.isTaken()) {
            refused++;
            return;
        }
        taken++;
        rows = rows.plus(drop.outcomes());
        sectors |= !drop.reading().sectors().isEmpty();
        for (Cause cause : drop.reading().causes()) {
            if (cause.severity() == Severity.ERROR) {
                add(new Mistake(cause.common(), cause.code().orElseThrow(), cause.field(), cause.rows()));
            }
        }
    }

    /** Counts all that another counted. */
    public void add(ListTally other) {
        taken += other.taken;
        refused += other.refused;
        rows = rows.plus(other.rows);
        sectors |= other.sectors;
        other.mistakes.values().forEach(this::add);
    }

    private void add(Mistake mistake) {
        mistakes.merge(mistake.name(), mistake, Mistake::plus);
    }

    public long taken() {
        return taken;
    }

    /** Files of which nothing entered. */
    public long refused() {
        return refused;
    }

    public RowCounts rows() {
        return rows;
    }

    /** Whether any of them named sectors. */
    public boolean hasSectors() {
        return sectors;
    }

    /** The largest first, equal ones in the catalogue's order. */
    public List<Mistake> largestFirst() {
        return mistakes.values().stream()
                .sorted(Comparator.comparingLong(Mistake::rows)
                        .reversed()
                        .thenComparing(Mistake::code)
                        .thenComparing(Mistake::name))
                .toList();
    }
}
