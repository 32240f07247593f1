package id.jembatan.stage;

import java.util.stream.Collectors;

/**
 * A person's data are the row that said them last. A later row first takes over what it leaves empty itself, because empty
 * never erases, then the entry turns to it. With a wage goes what is reckoned from it: the position does not count then.
 */
final class Versions {

    private final Register register;

    Versions(Register register) {
        this.register = register;
    }

    /** For every decision UPDATED of the settlement in hand. */
    void turnDecided() {
        inherit(
                "(select d.%s from settling s join entry e on e.row_id = s.entry_row_id"
                        + " join drop_row d on d.row_id = e.data_row_id where s.first_row_id = drop_row.row_id)",
                "row_id in (select first_row_id from settling where decision = 'UPDATED')");
        new Likeness(register).rememberDecided();
        register.client().sql("""
                        update entry set
                            data_row_id = (select s.first_row_id from settling s
                                where s.decision = 'UPDATED' and s.entry_row_id = entry.row_id),
                            base = (select r.base from settling s join drop_row r on r.row_id = s.first_row_id
                                where s.decision = 'UPDATED' and s.entry_row_id = entry.row_id)
                        where row_id in (select entry_row_id from settling where decision = 'UPDATED')""").update();
    }

    /** For one entry. */
    void turn(long entryRowId, long rowId) {
        inherit(
                "(select d.%s from entry e join drop_row d on d.row_id = e.data_row_id where e.row_id = ?)",
                "row_id = ?", entryRowId, rowId);
        new Likeness(register).rememberRow(rowId);
        register.client()
                .sql("update entry set data_row_id = ?, base = (select base from drop_row where row_id = ?)"
                        + " where row_id = ?")
                .params(rowId, rowId, entryRowId)
                .update();
    }

    private void inherit(String known, String which) {
        register.client().sql(update(known, which)).update();
    }

    private void inherit(String known, String which, long entryRowId, long rowId) {
        var statement = register.client().sql(update(known, which));
        for (int i = 0; i <= WorkerColumns.inherited().size(); i++) {
            statement = statement.param(entryRowId);
        }
        statement.param(rowId).update();
    }

    private static String update(String known, String which) {
        String knownBase = known.replace("d.%s", "case when d.wage is not null then d.base end");
        return "update drop_row set base = case when wage is null then coalesce(" + knownBase
                + ", base) else base end, "
                + WorkerColumns.inherited().stream()
                        .map(column -> column + " = coalesce(" + column + ", " + known.replace("%s", column) + ")")
                        .collect(Collectors.joining(", "))
                + " where " + which;
    }
}
