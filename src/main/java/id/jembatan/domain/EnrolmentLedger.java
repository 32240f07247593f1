package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** The register as whoever enrols one programme sees it, inside one transaction. */
public interface EnrolmentLedger {

    /** Every live entry of the programme becomes ENDED. */
    void endAll(LocalDate on);

    /**
     * Who was to leave on that day or before it becomes ENDED.
     *
     * @return how many there were
     */
    int endLeaving(LocalDate on);

    /** People with a place, and those who had one and ended, by what they cost. */
    void forEachPlaced(Consumer<PlacedGroup> action);

    long countWaiting();

    /** Walks those who wait, the longest-waiting first, until the walker has seen enough. */
    void walkWaiting(WaitingWalker walker);

    /** They have a place now, and their offices are told. */
    void promote(List<Long> rowIds, LocalDate on);

    /** There was room for them, but they have a place elsewhere. */
    void passOver(List<Long> rowIds, LocalDate on);

    /** Walks the staged people who are in no batch yet, ordered by the row that first entered the programme. */
    void forEachStaged(Consumer<Staged> action);

    /** Whether anybody is staged and in no batch yet. */
    boolean hasStaged();

    long countStaged();

    /**
     * Walks those whom the branch has and of whom it was last told something else, ordered by the row that first entered the
     * programme.
     *
     * @param differs whether the branch would read the second as another than the first, which it was sent last
     */
    void forEachChanged(BiPredicate<Told, Told> differs, Consumer<Staged> action);

    /** Walks those whom the branch has and who have ended before the programme did, unless it was told already. */
    void forEachEnded(Consumer<Staged> action);

    /** Whether a batch of the kind has been made in the month. */
    boolean hasBatchIn(Batch.Kind kind, YearMonth month);

    /** How many batches of the kind the programme has made on the day. */
    int countBatches(Batch.Kind kind, LocalDate day);

    /**
     * Begins a batch; {@link #freezeLine} fills it.
     *
     * @param heldFor whoever makes a batch that only somebody else may release; empty when it may go at once
     */
    void openBatch(
            String number,
            Batch.Kind kind,
            String branch,
            String profile,
            LocalDate day,
            int months,
            Optional<String> heldFor);

    void freezeLine(Staged person);

    /** Ends it with its control totals, and how full the programme is with it. */
    void closeBatch(long people, Contribution monthly, BigDecimal total, YearMonth month, PlacesTaken places);

    /**
     * Somebody who waits.
     *
     * @param heldBy other programmes in which the person has a place
     * @param passed whether that was noted before
     */
    record Waiting(
            long rowId, BigDecimal base, Optional<LocalDate> birthDate, List<ProgrammeKey> heldBy, boolean passed) {

        public Waiting {
            heldBy = List.copyOf(heldBy);
        }
    }

    /**
     * Somebody to be sent.
     *
     * @param dataRowId the version of the person's data that is frozen
     * @param ending of who has ended
     */
    record Staged(long rowId, long dataRowId, BigDecimal base, Optional<Ending> ending) {

        /** Somebody who has not ended. */
        public Staged(long rowId, long dataRowId, BigDecimal base) {
            this(rowId, dataRowId, base, Optional.empty());
        }
    }

    /** What a branch is told of a person: the data, and what the contribution is reckoned from. */
    record Told(Worker worker, BigDecimal base) {}

    /** Sees one who waits. */
    @FunctionalInterface
    interface WaitingWalker {

        /** Whether it wants to see the next. */
        boolean see(Waiting waiting);
    }
}
