package id.jembatan.domain;

import java.util.Locale;

/** The one thing that became of a row of an answer file (SPEC section 9). */
public enum AnswerOutcome {
    /** The line had no answer, and has this one now. */
    SETTLED,
    /** The line has this answer already. */
    REPEATED,
    /** The row says something else than the line's answer, or than itself: a person has to look. */
    CONTRADICTORY,
    /** Several lines could be meant: a person has to look. */
    REVIEW,
    /** The branch was never sent such a line. */
    UNKNOWN,
    /** The row cannot be used as it is. */
    INVALID;

    /** Whether the branch has to repair or to clear up something. */
    public boolean fits() {
        return this == SETTLED || this == REPEATED;
    }

    /** As summaries name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
