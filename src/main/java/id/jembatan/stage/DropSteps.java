package id.jembatan.stage;

import id.jembatan.domain.DropReading;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.RowCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a drop through the log, one statement each: taken as they happen, and again when the journal is replayed.
 * Each says whether it changed anything; a step that was taken already does not.
 */
final class DropSteps {

    private final Register register;

    DropSteps(Register register) {
        this.register = register;
    }

    boolean removeSource(long receipt) {
        return changes(
                "update drop_log set source_removed = true where receipt = ? and source_removed = false", receipt);
    }

    void read(long receipt, List<String> sheets, DropReading reading) {
        changes("""
                update drop_log set step = 'READ', status = 'TAKEN', sheets = ?, reading = ?
                where receipt = ? and step in ('RECEIVED', 'READ')""", Json.write(sheets), Json.write(reading), receipt);
    }

    boolean refuse(long receipt, Refusal refusal) {
        return changes("""
                update drop_log set step = 'SETTLED', status = 'REFUSED', refusal_code = ?,
                    refusal_details = ?, sheets = null, reading = null
                where receipt = ? and step in ('RECEIVED', 'READ')""", refusal.code().name(), Json.write(refusal.details()), receipt);
    }

    boolean see(long receipt, long firstReceipt) {
        return changes("""
                update drop_log set step = 'SETTLED', status = 'SEEN', first_receipt = ?
                where receipt = ? and step = 'RECEIVED'""", firstReceipt, receipt);
    }

    void settle(long receipt, RowCounts outcomes, @Nullable String places, @Nullable String repair) {
        changes(
                "update drop_log set step = 'SETTLED', outcomes = ?, places = ?, repair = ? where receipt = ?",
                Json.write(outcomes),
                places,
                repair,
                receipt);
    }

    /** As it was settled, whether it is read or not. */
    void settleUnread(
            long receipt,
            String sheets,
            String reading,
            RowCounts outcomes,
            @Nullable String places,
            @Nullable String repair) {
        changes(
                "update drop_log set status = 'TAKEN', sheets = ?, reading = ? where receipt = ?",
                sheets,
                reading,
                receipt);
        settle(receipt, outcomes, places, repair);
    }

    /** How many people a full list did not hold, once it was whole. */
    void propose(long receipt, long people) {
        changes("update drop_log set proposed = ? where receipt = ?", people, receipt);
    }

    boolean reply(long receipt) {
        return changes("""
                update drop_log set step = 'REPLIED', answered_at = coalesce(answered_at, current_timestamp)
                where receipt = ? and step not in ('REPLIED', 'UNDONE')""", receipt);
    }

    /** What was read of a drop that is not settled goes with it, so that the same bytes are never SEEN because of it. */
    boolean park(long receipt) {
        changes("""
                update drop_log set status = null, sheets = null, reading = null
                where receipt = ? and step in ('RECEIVED', 'READ')""", receipt);
        return changes("""
                update drop_log set step = 'PARKED', answered_at = current_timestamp
                where receipt = ? and step not in ('PARKED', 'REPLIED', 'UNDONE')""", receipt);
    }

    /** Its bytes, and those that were SEEN because of it, are judged anew when they come again. */
    boolean undo(long receipt) {
        boolean undone = changes("""
                update drop_log set step = 'UNDONE', status = null, sheets = null, reading = null, outcomes = null,
                    places = null, repair = null
                where receipt = ? and step in ('REPLIED', 'PARKED') and status = 'TAKEN'""", receipt);
        if (undone) {
            changes("update drop_log set step = 'UNDONE', status = null where first_receipt = ?", receipt);
        }
        return undone;
    }

    private boolean changes(String sql, @Nullable Object... parameters) {
        return register.jdbc().update(sql, parameters) == 1;
    }
}
