package id.jembatan.domain;

/** What a drop is to its programme. */
public enum IntakeMode {
    /** More people. */
    APPEND,
    /** The whole list: who is not on it is proposed as a leaver. */
    FULL_LIST
}
