package id.jembatan.domain;

/** The one thing that became of a row, in the order in which it is decided (SPEC section 6). */
public enum Outcome {
    REJECTED,
    REVIEW,
    DUPLICATE,
    UNCHANGED,
    UPDATED,
    COVERED,
    WAITLISTED,
    ACCEPTED
}
