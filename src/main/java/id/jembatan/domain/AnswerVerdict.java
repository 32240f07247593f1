package id.jembatan.domain;

/** What a branch decided of one line of a batch (SPEC section 9). */
public enum AnswerVerdict {
    ACCEPTED,
    /** Accepted, but with something that the branch wrote otherwise. */
    CHANGED,
    REFUSED;

    public boolean isAccepted() {
        return this != REFUSED;
    }
}
