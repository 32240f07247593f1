package id.jembatan.domain;

/** What a row of a repaired list is against the list that it repairs (SPEC section 7, {@code list}). */
public enum RepairStanding {
    /** It stands for an earlier row and has come in, or is known. */
    REPAIRED,
    /** It stands for an earlier row and is rejected or under review again. */
    STILL_WRONG,
    /** It stands for no row that we sent back, or for one that another row of the list stands for already. */
    NEW;

    /** As {@link RepairTally} counts it. */
    public static RepairStanding of(RowOutcome row) {
        if (!row.repairs()) {
            return NEW;
        }
        return row.outcome() == Outcome.REJECTED || row.outcome() == Outcome.REVIEW ? STILL_WRONG : REPAIRED;
    }
}
