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
        /** An entry of it that has ended. */
        END
    }
}
