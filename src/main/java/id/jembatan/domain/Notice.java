package id.jembatan.domain;

import java.time.LocalDate;
import java.util.Locale;

/**
 * What an office is told of rows of an earlier drop after their reply was written (SPEC section 6).
 *
 * @param number over all notices, in the order in which they were decided
 * @param receipt of the drop whose reply folder gets it
 * @param ordinal in that folder, from 1
 * @param day the business date of what happened
 */
public record Notice(long number, long receipt, int ordinal, Cause cause, LocalDate day) {

    /** What has happened. */
    public enum Cause {
        /** At night places were given to who waited longest. */
        PROMOTION,
        /** A repaired list settled what its rows waited for. */
        REPAIR,
        /** A person decided a review, or took a decision back. */
        REVIEW,
        /** A person decided a case between two regencies, or a case is over. */
        CASE,
        /** The branch has answered. */
        ANSWER,
        /** The list that had settled the rows was taken back. */
        UNDONE
    }

    /** What has become of a row. */
    public enum Became {
        /** It waited, and has a place now. */
        PROMOTED,
        ACCEPTED,
        WAITLISTED,
        UPDATED,
        UNCHANGED,
        DUPLICATE,
        COVERED,
        /** It waits for a decision again. */
        REVIEW,
        /** The NIK is not this person's. */
        DENIED,
        /** The person is no longer in the programme. */
        ENDED,
        /** The person is protected in another regency instead. */
        MOVED,
        /** The person stays in the programme. */
        KEPT,
        /** What covered the person is over: the row can be sent again. */
        UNCOVERED,
        /** The branch has refused the person. */
        REFUSED;

        /** Of a row that got its outcome after all. */
        public static Became of(Outcome outcome) {
            return valueOf(outcome.name());
        }
    }

    /** The name of its files, without what tells their kind: {@code pemberitahuan-01}. */
    public String file() {
        return String.format(Locale.ROOT, "pemberitahuan-%02d", ordinal);
    }
}
