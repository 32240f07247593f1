package id.jembatan.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A drop as the log knows it.
 *
 * @param folder the name of its reply's folder: its id, unless bytes of the other kind (people who come, leavers) have
 *     it from the same day
 * @param listNo the first receipt of what came together with it; its own when it came alone
 * @param sourcePath where it lay, relative to {@code drop/}
 * @param status empty until it is known how the drop will be answered
 * @param firstReceipt with SEEN: the receipt that the same bytes had first
 * @param sheets the names of its sheets by index
 * @param outcomes what became of its rows; nothing before it is settled
 * @param places as they stood when it was settled
 * @param repair how a repaired list stood against the list that it repairs, when it was settled
 * @param rules the archived rules that it was received under; empty where none were kept
 * @param proposed of the last drop of a full list: how many people the list does not hold
 */
public record LoggedDrop(
        Receipt receipt,
        String folder,
        long listNo,
        String sourcePath,
        Step step,
        Optional<ReplyStatus> status,
        Optional<Refusal> refusal,
        OptionalLong firstReceipt,
        List<String> sheets,
        DropReading reading,
        RowCounts outcomes,
        Optional<Places> places,
        Optional<RepairTally> repair,
        Optional<String> rules,
        OptionalLong proposed) {

    /** Whether it is a list that we sent back, repaired: it has our own column. */
    public boolean isRepaired() {
        return reading.columns().stream()
                .anyMatch(column ->
                        column.field().filter(Field.REPAIR_REF::equals).isPresent());
    }

    /** Whether it is read and will have, or has, its rows' outcomes. */
    public boolean isTaken() {
        return status.filter(ReplyStatus.TAKEN::equals).isPresent();
    }

    /** How far a drop has come; a restart goes on from here, and every step can be repeated until it is done. */
    public enum Step {
        /** Archived and logged. */
        RECEIVED,
        /** Judged row by row and staged. */
        READ,
        /** Every row has its outcome; or the drop is refused or seen. */
        SETTLED,
        /** The reply is out: nothing more to do. */
        REPLIED,
        /** A fault stopped it; it lies in {@code parked/}. */
        PARKED,
        /** Answered, and taken back: the register is as if it had never come. */
        UNDONE
    }

    @Override
    public String toString() {
        return receipt + " " + step;
    }
}
