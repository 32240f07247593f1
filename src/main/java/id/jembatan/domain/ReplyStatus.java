package id.jembatan.domain;

/** How a drop was answered. */
public enum ReplyStatus {
    TAKEN,
    REFUSED,
    /** The same bytes had come before for the same programme and changed nothing. */
    SEEN
}
