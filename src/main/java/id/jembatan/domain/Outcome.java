package id.jembatan.domain;

/**
 * The one thing that became of a row (SPEC section 6): first what a row of people can become, in the order in which it is
 * decided; last what only a row of leavers can, which is otherwise UNCHANGED or REJECTED.
 */
public enum Outcome {
    REJECTED,
    REVIEW,
    DUPLICATE,
    UNCHANGED,
    UPDATED,
    COVERED,
    WAITLISTED,
    ACCEPTED,
    ENDED
}
