package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** The register as whoever settles one drop sees it, inside that drop's one transaction. */
public interface SettlementLedger extends PlaceLedger {

    /**
     * Puts each repaired row in the place of the row that it names. Shows every open review that this touches, and
     * closes those that the judge calls over.
     */
    void replaceRepaired(ReviewJudge judge);

    /** Settles the rows that closed reviews have freed, in their old order: what the judge says of each is written down. */
    void settleFreed(FreedRowJudge judge);

    /**
     * Gives UNCHANGED at once to every row that says what the programme's live entry of its NIK says, text for text, or
     * leaves empty; where that entry is the only live one of the NIK, the row the only one in the drop, and no review of
     * it open in the regency. The judge of {@link #decideKnown} would say so of each, and is not asked.
     */
    void settleRepeated();

    /**
     * Says PERSON_LOOKS_ALIKE of every row that has the birth date and the match key of another NIK in the drop or among
     * the live entries of the regency. Rejected rows take no part, and an empty match key is like no other.
     */
    void markLookAlikes();

    /**
     * Shows every NIK that the drop has more than once or that any row of the register has had before, in NIK order, but
     * those of {@link #settleRepeated}, and writes down what the judge says of each. Rejected rows take no part, and rows whose NIK was decided to be another's
     * are REVIEW alone.
     */
    void decideKnown(GroupJudge judge);

    /** People waiting in the drop's programme. */
    long countWaiting();

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
         * @param owners who was decided there to own it: they are one person
         */
        void begin(NationalId nik, List<Standing> standings, boolean reviewOpen, Set<Fingerprint> owners);

        void row(Worker worker);

        GroupDecision end();
    }

    /** One review at a time: begin, each row that stands under it, end. */
    interface ReviewJudge {

        /**
         * A new review.
         *
         * @param standings the NIK's live entries in the regency, the earliest first
         * @param owners who was decided there to own it: they are one person
         */
        void begin(List<Standing> standings, Set<Fingerprint> owners);

        void row(Worker worker);

        /** Whether rows and entries are one person, so that nothing is left to decide. */
        boolean isOver();
    }

    /** Says what becomes of a row whose review is over. */
    @FunctionalInterface
    interface FreedRowJudge {

        FreedDecision decide(FreedRow row);
    }

    /**
     * A row whose review is over.
     *
     * @param standings the NIK's live entries everywhere, the earliest first
     * @param owners who was decided in the regency to own the NIK
     * @param twin what a DUPLICATE would point to: a row of the same NIK and drop that was freed before it; else ""
     */
    record FreedRow(
            long rowId,
            ProgrammeKey programme,
            Worker worker,
            BigDecimal base,
            List<Standing> standings,
            Set<Fingerprint> owners,
            String twin) {

        public FreedRow {
            standings = List.copyOf(standings);
            owners = Set.copyOf(owners);
        }

        @Override
        public String toString() {
            return "freed row " + rowId;
        }
    }

    /**
     * What becomes of it.
     *
     * @param entryRowId the entry that it meets, with UNCHANGED and UPDATED; else 0
     * @param ref as in rows.csv; "" for most
     */
    record FreedDecision(Outcome outcome, long entryRowId, String ref) {}

    /** Sees one row that may come in, or that waits. */
    @FunctionalInterface
    interface RowWalker {

        /** Whether it wants to see the next. */
        boolean see(long rowId, BigDecimal base);
    }
}
