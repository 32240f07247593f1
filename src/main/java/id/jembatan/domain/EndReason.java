package id.jembatan.domain;

/** Why somebody is in a programme no more, as the register and the journal keep it; what the office wrote stays in its file. */
public enum EndReason {
    DIED,
    MOVED,
    /** Works for wages now, and is protected as a wage earner. */
    FORMAL_WORK,
    /** Any other reason, or none that was named. */
    OTHER,
    /** Is not in the full list that came last, and the operator has confirmed it. */
    NOT_IN_LIST,
    /** The programme's last month has passed. */
    PROGRAMME_OVER
}
