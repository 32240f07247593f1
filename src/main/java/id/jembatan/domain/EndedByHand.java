package id.jembatan.domain;

/** What became of the wish to end one person in one programme. */
public enum EndedByHand {
    /** Is in the programme no more. */
    ENDED,
    /** Will be in it no more from the night of the day that was named. */
    TO_END,
    /** Was in it once, and had ended or been refused before: nothing has changed. */
    ENDED_BEFORE,
    /** Never was in it: nothing has changed. */
    NOT_ENROLLED
}
