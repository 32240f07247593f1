package id.jembatan.domain;

/** Why a row of an answer file became what it did; of a settled row, what was done with it to read it. */
public enum AnswerReason {
    /** Neither a REF nor a NIK. */
    NO_REF_NO_NIK(AnswerOutcome.INVALID),
    /** No REF, and a NIK that has no 16 digits, or may have lost its last ones in a spreadsheet. */
    NIK_UNREADABLE(AnswerOutcome.INVALID),
    STATUS_MISSING(AnswerOutcome.INVALID),
    /** A word that the configuration does not know. */
    STATUS_UNREADABLE(AnswerOutcome.INVALID),
    KPJ_MISSING(AnswerOutcome.INVALID),
    /** A KPJ has 11 digits. */
    KPJ_UNREADABLE(AnswerOutcome.INVALID),
    NO_SUCH_LINE(AnswerOutcome.UNKNOWN),
    /** The REF is a line of another branch. */
    WRONG_BRANCH(AnswerOutcome.UNKNOWN),
    /** The line has another answer. */
    ANSWERED_OTHERWISE(AnswerOutcome.CONTRADICTORY),
    /** The REF is the line of somebody else than the NIK. */
    REF_AND_NIK_DIFFER(AnswerOutcome.CONTRADICTORY),
    /** Several lines of this NIK wait for an answer: the REF is needed. */
    SEVERAL_LINES(AnswerOutcome.REVIEW),
    /** NIK and KPJ stood in each other's columns. */
    NIK_KPJ_EXCHANGED(AnswerOutcome.SETTLED),
    /** The last digit of the NIK was lost in a spreadsheet; of the ten that it could be, one has this name. */
    BY_NIK_AND_NAME(AnswerOutcome.SETTLED),
    /** Somebody else has been given the same KPJ. */
    KPJ_OF_ANOTHER(AnswerOutcome.SETTLED);

    private final AnswerOutcome outcome;

    AnswerReason(AnswerOutcome outcome) {
        this.outcome = outcome;
    }

    public AnswerOutcome outcome() {
        return outcome;
    }
}
