package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The register as whoever enrols one programme sees it, inside one transaction. */
public interface EnrolmentLedger {

    /** Every live entry of the programme becomes ENDED. */
    void endAll(LocalDate on);

    /** Who was to leave on that day or before it becomes ENDED. */
    void endLeaving(LocalDate on);

    /** People with a place, and those who had one and ended, by what they cost. */
    void forEachPlaced(Consumer<PlacedGroup> action);

    long countWaiting();

    /** Walks those who wait, the longest-waiting first, until the walker has seen enough. */
    void walkWaiting(WaitingWalker walker);

    /** They have a place now, and their offices are told. */
    void promote(List<Long> rowIds, LocalDate on);

    /** Walks the staged people who are in no batch yet, ordered by the row that first entered the programme. */
    void forEachStaged(Consumer<Staged> action);

    /** Whether anybody is staged and in no batch yet. */
    boolean hasStaged();

    /** How many batches of the kind the programme has made on the day. */
    int countBatches(Batch.Kind kind, LocalDate day);

    /** Begins a batch; {@link #freezeLine} fills it. */
    void openBatch(String number, Batch.Kind kind, String branch, String profile, LocalDate day, int months);

    void freezeLine(Staged person);

    /** Ends it with its control totals. */
    void closeBatch(long people, Contribution monthly, BigDecimal total, YearMonth month);

    /**
     * Somebody who waits.
     *
     * @param heldBy other programmes in which the person has a place
     */
    record Waiting(long rowId, BigDecimal base, Optional<LocalDate> birthDate, List<ProgrammeKey> heldBy) {

        public Waiting {
            heldBy = List.copyOf(heldBy);
        }
    }

    /**
     * Somebody to be sent.
     *
     * @param dataRowId the version of the person's data that is frozen
     */
    record Staged(long rowId, long dataRowId, BigDecimal base) {}

    /** Sees one who waits. */
    @FunctionalInterface
    interface WaitingWalker {

        /** Whether it wants to see the next. */
        boolean see(Waiting waiting);
    }
}
