package id.jembatan.domain;

/**
 * What was decided for all rows of one NIK in a drop.
 *
 * @param entryRowId the entry that the first row meets, with UNCHANGED and UPDATED; else 0
 * @param ref what a COVERED row points to; else ""
 */
public record GroupDecision(Kind kind, long entryRowId, String ref) {

    /** What becomes of the first row; the others are its DUPLICATEs, but for REVIEW, which is said of all. */
    public enum Kind {
        REVIEW,
        UNCHANGED,
        UPDATED,
        COVERED,
        /** Nobody that the register knows: it waits for a place like every other new row. */
        NEW
    }

    public static final GroupDecision NEW = new GroupDecision(Kind.NEW, 0, "");
    public static final GroupDecision REVIEW = new GroupDecision(Kind.REVIEW, 0, "");

    public static GroupDecision covered(String ref) {
        return new GroupDecision(Kind.COVERED, 0, ref);
    }
}
