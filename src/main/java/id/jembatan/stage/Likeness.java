package id.jembatan.stage;

/**
 * The birth dates and match keys by which rows are compared, in a table of their own that is filled in its own order: as
 * an index of {@code drop_row} they would double the time of loading a list.
 */
final class Likeness {

    private final Register register;

    Likeness(Register register) {
        this.register = register;
    }

    /** Rows that a list has put in. An empty match key is like no other. */
    void remember(long first, long last) {
        add("row_id between ? and ?", first, last);
    }

    /** Rows that were decided to be UPDATED, and may have taken over a birth date from the version before them. */
    void rememberDecided() {
        add("row_id in (select first_row_id from settling where decision = 'UPDATED') and " + isUnknown());
    }

    /** A row that may have taken over a birth date. */
    void rememberRow(long rowId) {
        add("row_id = ? and " + isUnknown(), rowId);
    }

    private static String isUnknown() {
        return "not exists (select 1 from likeness l where l.birth_date = drop_row.birth_date"
                + " and l.match_key = drop_row.match_key and l.nik = drop_row.nik and l.row_id = drop_row.row_id)";
    }

    private void add(String which, Object... parameters) {
        register.jdbc()
                .update(
                        "insert into likeness (birth_date, match_key, nik, row_id)"
                                + " select birth_date, match_key, nik, row_id from drop_row"
                                + " where nik is not null and birth_date is not null and match_key <> '' and " + which
                                + " order by birth_date, match_key, nik, row_id",
                        parameters);
    }

    /** By birth date, where the key begins: a range of rows alone would look at all of the table. */
    void forget(long first, long last) {
        register.client().sql("""
                        delete from likeness where row_id between ? and ?
                            and birth_date in (select r.birth_date from drop_row r where r.row_id between ? and ?)""").params(first, last, first, last).update();
    }
}
