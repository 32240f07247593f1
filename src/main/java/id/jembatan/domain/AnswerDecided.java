package id.jembatan.domain;

/** What came of asking to decide a question of the answers. */
public enum AnswerDecided {
    DONE,
    /** Nobody waits for it any more. */
    NOT_OPEN,
    /** It has moved since it was looked at. */
    MOVED,
    /** The place that the refused person had is taken. */
    NO_PLACE,
    /** The refused person has come into the programme again, as another entry. */
    CAME_AGAIN
}
