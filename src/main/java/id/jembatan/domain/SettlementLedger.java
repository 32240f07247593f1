package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** The register as whoever settles one drop sees it, inside that drop's one transaction. */
public interface SettlementLedger {

    /**
     * Shows every NIK that the drop has more than once or that any row of the register has had before, in NIK order, and
     * writes down what the judge says of each. Rejected rows take no part.
     */
    void decideKnown(GroupJudge judge);

    /** The number under which an entry of another regency is named to this one; the same number for the same pair. */
    long caseNumber(NationalId nik, long entryRowId);

    /** People with a place in the drop's programme, staged, sent or active, by what they cost. */
    void forEachPlaced(Consumer<PlacedGroup> action);

    /** People waiting in the drop's programme. */
    long countWaiting();

    /** Walks the people waiting in the drop's programme, the longest-waiting first, until the walker has seen enough. */
    void walkWaiting(RowWalker walker);

    /** The id of the row that comes after so many rows still without an outcome; empty when there are not so many. */
    OptionalLong findNew(long skipped);

    /** Walks the rows still without an outcome in file order until the walker has seen enough. */
    void walkNew(RowWalker walker);

    /**
     * Gives every row still without an outcome its place in file order: ACCEPTED before the cut, WAITLISTED from it on,
     * and makes entries of both.
     *
     * @param firstWaiting the id of the first row that finds no place; empty when all do
     */
    void place(OptionalLong firstWaiting);

    /** One NIK at a time: begin, each row in file order, end. */
    interface GroupJudge {

        /**
         * A new NIK.
         *
         * @param standings its live entries everywhere, the earliest first
         * @param reviewOpen whether a review of it is open in the drop's regency
         */
        void begin(NationalId nik, List<Standing> standings, boolean reviewOpen);

        void row(Worker worker);

        GroupDecision end();
    }

    /** Sees one row that may come in, or that waits. */
    @FunctionalInterface
    interface RowWalker {

        /** Whether it wants to see the next. */
        boolean see(long rowId, BigDecimal base);
    }
}
