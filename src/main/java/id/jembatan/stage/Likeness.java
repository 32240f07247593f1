package id.jembatan.stage;

/**
 * The birth dates and match keys by which rows are compared, in a table of their own that is filled in its own order: as
 * an index of {@code drop_row} they would double the time of loading a list.
 */
final class Likeness {

    /**
     * Joins to each row {@code v} the rows {@code x} behind the one that the parameter names, of drops {@code w}, that say
     * its birth date and match key of another NIK. Not every row is kept here, but what it says is, of its NIK.
     */
    static final String LATER_ALIKE = """
             join likeness o on o.birth_date = v.birth_date and o.match_key = v.match_key and o.nik <> v.nik
            join drop_row x on x.nik = o.nik and x.birth_date = o.birth_date and x.match_key = o.match_key and x.row_id > ?
            join drop_log w on w.receipt = x.row_id / 100000000 and w.leavers = false
            """;

    private final Register register;

    Likeness(Register register) {
        this.register = register;
    }

    /** Rows that a list has put in. An empty match key is like no other. */
    void remember(long first, long last) {
        add("row_id between ? and ?", first, last);
    }

    /** As {@link #remember}, without the rows that are UNCHANGED already: what they say is remembered of an earlier row. */
    void rememberOthers(long first, long last) {
        add(
                "row_id between ? and ? and not exists (select 1 from row_outcome u where u.row_id = drop_row.row_id"
                        + " and u.outcome = 'UNCHANGED')",
                first,
                last);
    }

    /** As {@link #remember}, without the rows that are noted in {@code settling}. */
    void rememberUnnoted(long first, long last) {
        add("row_id between ? and ? and not exists (select 1 from settling s where s.nik = drop_row.nik)", first, last);
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
