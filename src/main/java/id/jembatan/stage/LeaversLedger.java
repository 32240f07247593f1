package id.jembatan.stage;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowPlace;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The rows of one list of leavers against the entries of its programme (SPEC section 6, Leavers). Only the first row of a
 * NIK that is not rejected counts; an entry that is to end as the row says already is left as it is.
 */
final class LeaversLedger {

    private static final String LIVE = "('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

    /** A live entry of the row's NIK. */
    private static final String ENTRY = " from drop_row f join entry e on e.row_id = f.row_id and e.programme_no = ?";

    private final Register register;
    private final LoggedDrop drop;
    private final int programme;
    private final LocalDate day;
    private final long first;
    private final long last;

    LeaversLedger(Register register, LoggedDrop drop, int programme) {
        this.register = register;
        this.drop = drop;
        this.programme = programme;
        this.day = drop.receipt().day();
        this.first = RowId.first(drop.receipt().number());
        this.last = RowId.last(drop.receipt().number());
    }

    /** Rows of people who never were in the programme: rejected, and like every rejected row they keep nobody. */
    void rejectStrangers() {
        int strangers = register.client()
                .sql("insert into row_outcome (row_id, outcome) select r.row_id, 'REJECTED' from drop_row r"
                        + " where r.row_id between ? and ? and r.nik is not null and not exists (select 1" + ENTRY
                        + " where f.nik = r.nik)")
                .params(first, last, programme)
                .update();
        if (strangers > 0) {
            tell(strangers);
            forget();
        }
    }

    /** Nothing comes behind NOT_ENROLLED in the catalogue's order. */
    private void tell(int strangers) {
        String found = " from drop_row r join row_outcome o on o.row_id = r.row_id and o.outcome = 'REJECTED'"
                + " where r.row_id between ? and ? and r.nik is not null";
        Cause cause = register.client()
                .sql("select f.sheet, f.row_no, l.sheet, l.row_no from (select min(r.row_id) as first_id,"
                        + " max(r.row_id) as last_id" + found + ") c"
                        + " join drop_row f on f.row_id = c.first_id join drop_row l on l.row_id = c.last_id")
                .params(first, last)
                .query((row, i) -> new Cause(
                        Optional.empty(),
                        FindingCode.NOT_ENROLLED,
                        strangers,
                        new RowPlace(drop.sheets().get(row.getInt(1)), row.getInt(2)),
                        new RowPlace(drop.sheets().get(row.getInt(3)), row.getInt(4)),
                        Field.NIK))
                .single();
        register.client()
                .sql("update drop_log set reading = ? where receipt = ?")
                .params(Json.write(drop.reading().with(cause)), drop.receipt().number())
                .update();
        register.client()
                .sql("update drop_row set codes = coalesce(codes || ';', '') || ? where row_id in (select r.row_id"
                        + found + ")")
                .params(FindingCode.NOT_ENROLLED.name(), first, last)
                .update();
    }

    private void forget() {
        register.client().sql("""
                        update drop_row set nik = null, name = null, match_key = null
                        where row_id between ? and ? and nik is not null and exists (select 1 from row_outcome o
                            where o.row_id = drop_row.row_id and o.outcome = 'REJECTED')""").params(first, last).update();
        register.client().sql("""
                        delete from leaving where row_id between ? and ? and exists (select 1 from row_outcome o
                            where o.row_id = leaving.row_id and o.outcome = 'REJECTED')""").params(first, last).update();
    }

    /** Says of every other row whether it ends somebody. */
    void decide() {
        register.client()
                .sql("insert into row_outcome (row_id, outcome) select r.row_id, 'ENDED' from drop_row r"
                        + " join leaving n on n.row_id = r.row_id"
                        + " where r.row_id between ? and ? and r.nik is not null"
                        + " and not exists (select 1 from drop_row b where b.nik = r.nik"
                        + " and b.row_id between ? and r.row_id - 1)"
                        + " and exists (select 1" + ENTRY + " and e.state in " + LIVE
                        + " where f.nik = r.nik and (e.leaves_on is distinct from n.leaves_on"
                        + " or e.leave_reason is distinct from n.reason))")
                .params(first, last, first, programme)
                .update();
        register.client().sql("""
                        insert into row_outcome (row_id, outcome) select r.row_id, 'UNCHANGED' from drop_row r
                        where r.row_id between ? and ?
                            and not exists (select 1 from row_outcome o where o.row_id = r.row_id)""").params(first, last).update();
    }

    /** Ends the entries of the rows that end somebody: now, or on the day that they name. */
    void end() {
        remember();
        String of = "merge into entry e using (select en.row_id, n.leaves_on, n.reason from row_outcome o"
                + " join drop_row r on r.row_id = o.row_id join leaving n on n.row_id = o.row_id"
                + " join drop_row f on f.nik = r.nik"
                + " join entry en on en.row_id = f.row_id and en.programme_no = ? and en.state in " + LIVE
                + " where o.row_id between ? and ? and o.outcome = 'ENDED' and n.leaves_on %s ?) l"
                + " on e.row_id = l.row_id when matched then update set ";
        register.client()
                .sql(String.format(of, "<=") + "state = 'ENDED', ended_from = e.state, ended_on = l.leaves_on,"
                        + " end_reason = l.reason, left_by = ?, leaves_on = null, leave_reason = null")
                .params(programme, first, last, day, drop.receipt().number())
                .update();
        register.client()
                .sql(String.format(of, ">") + "leaves_on = l.leaves_on, leave_reason = l.reason, left_by = ?")
                .params(programme, first, last, day, drop.receipt().number())
                .update();
    }

    /** What stood before, so that the list can be taken back. */
    private void remember() {
        register.client()
                .sql(
                        "merge into leaving n using (select o.row_id, en.row_id as entry_id, en.leaves_on, en.leave_reason,"
                                + " en.left_by from row_outcome o join drop_row r on r.row_id = o.row_id"
                                + " join drop_row f on f.nik = r.nik"
                                + " join entry en on en.row_id = f.row_id and en.programme_no = ? and en.state in "
                                + LIVE
                                + " where o.row_id between ? and ? and o.outcome = 'ENDED') b on n.row_id = b.row_id"
                                + " when matched then update set entry_row_id = b.entry_id, before_on = b.leaves_on,"
                                + " before_reason = b.leave_reason, before_by = b.left_by")
                .params(programme, first, last)
                .update();
    }
}
