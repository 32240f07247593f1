package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A batch as the register keeps it.
 *
 * @param places how full the programme was with it; empty where that was not noted
 * @param rules the archived rules that it was frozen under; empty where none were kept
 * @param manifestSha256 once its files are written
 */
public record StoredBatch(
        long id,
        String number,
        Batch.Kind kind,
        ProgrammeKey programme,
        String branch,
        LocalDate day,
        State state,
        String profile,
        long people,
        int months,
        Contribution monthly,
        BigDecimal total,
        Optional<PlacesTaken> places,
        Optional<String> rules,
        Optional<String> manifestSha256) {

    /** How far it has come. */
    public enum State {
        /** Its people and totals stand; its files can be written any number of times. */
        FROZEN,
        /** Its files are whole under a hidden name; where that name is gone, the rename has happened. */
        PUBLISHING,
        /** The branch has it. */
        SENT
    }
}
