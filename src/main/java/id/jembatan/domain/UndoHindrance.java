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
        /** It is a full list or a list of leavers: what it ended or proposed is not told from what others did. */
        LIST,
        /** A decision of a review or a case of somebody in it. */
        DECISION,
        /** Its people are purged. */
        PURGE
    }
}
