package id.jembatan.stage;

import id.jembatan.domain.SettlementLedger.RowWalker;
import java.util.OptionalLong;

/** The rows of a drop that have no outcome yet: they come in, in file order, as far as there is room. */
final class UndecidedRows {

    private static final String UNDECIDED = """
             from drop_row r
            where r.row_id between ? and ?
                and not exists (select 1 from row_outcome o where o.row_id = r.row_id)
            """;

    private final Register register;
    private final long first;
    private final long last;

    /** Of the rows from the first to the last. */
    UndecidedRows(Register register, long first, long last) {
        this.register = register;
        this.first = first;
        this.last = last;
    }

    /** The one that comes after so many. */
    OptionalLong find(long skipped) {
        return register.client()
                .sql("select r.row_id" + UNDECIDED + "order by r.row_id offset ? rows fetch first 1 rows only")
                .params(first, last, skipped)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    void walk(RowWalker walker) {
        PlaceLines.walk(register, walker, "select r.row_id, r.base" + UNDECIDED + "order by r.row_id", first, last);
    }

    /** Those before the cut are ACCEPTED, those from it on WAITLISTED; without a cut all are ACCEPTED. */
    void place(OptionalLong firstWaiting) {
        register.client()
                .sql("insert into row_outcome (row_id, outcome)"
                        + " select r.row_id, case when r.row_id < ? then 'ACCEPTED' else 'WAITLISTED' end" + UNDECIDED)
                .params(firstWaiting.orElse(last + 1), first, last)
                .update();
    }

    /** Makes an entry of each that has a place, and of each that waits. */
    void enter(int programme, long queue) {
        register.client().sql("""
                        insert into entry (row_id, programme_no, state, data_row_id, base, queue)
                        select r.row_id, cast(? as int),
                            case o.outcome when 'ACCEPTED' then 'STAGED' else 'WAITLISTED' end, r.row_id, r.base,
                            cast(? as bigint)
                        from row_outcome o join drop_row r on r.row_id = o.row_id
                        where o.row_id between ? and ? and o.outcome in ('ACCEPTED', 'WAITLISTED')""").params(programme, queue, first, last).update();
    }
}
