package id.jembatan.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One day of a regency: what came, what became of it, what went to the branch.
 *
 * @param regency empty for files that lay in no regency's folder
 * @param drops received on the day, in the order of their receipts
 * @param batches frozen under the day
 */
public record RegencyDay(Optional<Regency> regency, LocalDate day, List<LoggedDrop> drops, List<StoredBatch> batches) {

    public RegencyDay {
        drops = List.copyOf(drops);
        batches = List.copyOf(batches);
    }

    public boolean isEmpty() {
        return drops.isEmpty() && batches.isEmpty();
    }

    /** What the drop adds to the day: nothing when it was refused, seen before, parked or taken back. */
    public static RowCounts countsOf(LoggedDrop drop) {
        boolean counts = drop.status().equals(Optional.of(ReplyStatus.TAKEN))
                && (drop.step() == LoggedDrop.Step.SETTLED || drop.step() == LoggedDrop.Step.REPLIED);
        return counts ? drop.outcomes() : RowCounts.NONE;
    }

    /** The sums of each programme that got anything, in the order in which they first did. */
    public Map<ProgrammeKey, RowCounts> byProgramme() {
        Map<ProgrammeKey, RowCounts> sums = new LinkedHashMap<>();
        drops.forEach(drop -> drop.receipt()
                .programme()
                .ifPresent(programme -> sums.merge(programme, countsOf(drop), RowCounts::plus)));
        return sums;
    }

    public RowCounts total() {
        return drops.stream().map(RegencyDay::countsOf).reduce(RowCounts.NONE, RowCounts::plus);
    }

    /** The law (SPEC section 6), for each file, each programme and the day; throws when it does not hold. */
    public RegencyDay requireBalanced() {
        drops.forEach(drop -> countsOf(drop).requireBalanced());
        byProgramme().values().forEach(RowCounts::requireBalanced);
        total().requireBalanced();
        return this;
    }
}
