package id.jembatan.domain;

/**
 * One thing that stands on a drop, so that the drop cannot be taken back.
 *
 * @param name as people know it: a batch's number, a drop's id, a review's number
 */
public record UndoHindrance(Kind kind, String name) {

    /** What stands on a drop. */
    public enum Kind {
        /** A batch that has people of it. */
        BATCH,
        /** A later drop that knows, repairs, resembles or comes behind a row of it. */
        DROP,
        /** A review that it opened again for rows of another drop. */
        REVIEW,
        /** An entry of it that has ended, or is to end. */
        END,
        /** It is a list of before what lists ended was written down: what it ended is not told from what others did. */
        LIST,
        /** People who waited got places since that it had made free, or would have got them; a programme and a date. */
        PROMOTION,
        /** Somebody of it waits elsewhere, and was passed over since because of it; a programme and a date. */
        PASSED,
        /** A case that is over because somebody ended. */
        CASE,
        /** The branch's answer of somebody whom it ended. */
        ANSWER,
        /** A month's contribution list that says that somebody left. */
        IURAN,
        /** A decision of a review or a case of somebody in it. */
        DECISION,
        /** Its people are purged. */
        PURGE
    }
}
