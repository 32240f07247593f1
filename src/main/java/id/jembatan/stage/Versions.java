package id.jembatan.stage;

import java.util.stream.Collectors;

/**
 * A person's data are the row that said them last. A later row first takes over what it leaves empty itself, because empty
 * never erases, and what it only writes in another way: letter case and blanks apart, and a name with an equal match key
 * (SPEC section 6, UPDATED; {@code settle.WhatIsNew} judges by the same). Then the entry turns to it. With a wage goes what is
 * reckoned from it: the position does not count then.
 */
final class Versions {

    private final Register register;

    Versions(Register register) {
        this.register = register;
    }

    /** For every decision UPDATED of the settlement in hand. */
    void turnDecided() {
        inherit("s.first_row_id", """
                 from settling s
                join entry e on e.row_id = s.entry_row_id
                join drop_row d on d.row_id = e.data_row_id
                where s.decision = 'UPDATED'""");
        new Likeness(register).rememberDecided();
        register.client().sql("""
                        merge into entry e using (select s.entry_row_id, s.first_row_id, r.base
                            from settling s join drop_row r on r.row_id = s.first_row_id
                            where s.decision = 'UPDATED') n
                        on e.row_id = n.entry_row_id
                        when matched then update set data_row_id = n.first_row_id, base = n.base""").update();
    }

    /** For one entry. */
    void turn(long entryRowId, long rowId) {
        inherit(
                "cast(? as bigint)",
                " from entry e join drop_row d on d.row_id = e.data_row_id where e.row_id = ?",
                rowId,
                entryRowId);
        new Likeness(register).rememberRow(rowId);
        register.client()
                .sql("update entry set data_row_id = ?, base = (select base from drop_row where row_id = ?)"
                        + " where row_id = ?")
                .params(rowId, rowId, entryRowId)
                .update();
    }

    /**
     * One MERGE names the older version {@code d} of a row once; a subquery for each column would look it up for each.
     *
     * @param rowId which row is the newer one
     */
    private void inherit(String rowId, String from, Object... parameters) {
        String older = WorkerColumns.inherited().stream()
                .map(column -> ", d." + column)
                .collect(Collectors.joining());
        String completed = WorkerColumns.inherited().stream()
                .map(column -> keeping(column, "r." + column + " is null or " + onlyWrittenOtherwise(column)))
                .collect(Collectors.joining());
        String sameName = "r.match_key = o.match_key or " + onlyWrittenOtherwise("name");
        register.client()
                .sql("merge into drop_row r using (select " + rowId + " as new_row_id, d.base, d.name, d.match_key"
                        + older + from + """
                        ) o on r.row_id = o.new_row_id
                        when matched then update set base = case when r.wage is null and o.wage is not null
                            then coalesce(o.base, r.base) else r.base end"""
                        + completed + keeping("name", sameName) + keeping("match_key", sameName))
                .params(parameters)
                .update();
    }

    private static String keeping(String column, String condition) {
        return ", " + column + " = case when " + condition + " then o." + column + " else r." + column + " end";
    }

    private static String onlyWrittenOtherwise(String column) {
        return reduced("r." + column) + " = " + reduced("o." + column);
    }

    /** A day is the same as a text when it is the same day. */
    private static String reduced(String text) {
        return "upper(replace(cast(" + text + " as varchar), ' ', ''))";
    }
}
