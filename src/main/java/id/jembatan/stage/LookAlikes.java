package id.jembatan.stage;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Field;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowPlace;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the rows of a drop that have the birth date and the match key of another NIK (SPEC section 5): in the drop, and
 * among the live entries of the regency. What is said of a row stands in its codes, in the drop's findings and in
 * {@code look_alike}; earlier drops are left as they are.
 */
final class LookAlikes {

    /** Nobody has the code beside an error, so nothing in the catalogue's order comes after it. */
    private static final String CODE = FindingCode.PERSON_LOOKS_ALIKE.name();

    private static final String SAME = " o.birth_date = r.birth_date and o.match_key = r.match_key and ";

    /** The earliest live entry of the regency. */
    private static final String ENTRY = "select min(e.row_id) from likeness o join drop_row f on f.nik = o.nik"
            + " join entry e on e.row_id = f.row_id and e.data_row_id = o.row_id"
            + " and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')"
            + " join programme p on p.no = e.programme_no and p.regency = ?"
            + " where" + SAME + "o.nik <> r.nik";

    private static final String IN_DROP = "coalesce((" + lowest("<") + "), (" + lowest(">") + "))";

    private static final String ENTRY_OR_IN_DROP = "coalesce((" + ENTRY + "), " + IN_DROP + ")";

    /** Before anybody is compared only rows that repeat what the register holds are. */
    private static final String UNCHANGED =
            "select 1 from row_outcome u where u.row_id = r.row_id and u.outcome = 'UNCHANGED'";

    private final Register register;
    private final LoggedDrop drop;
    private final long first;
    private final long last;
    private final Likeness likeness;

    LookAlikes(Register register, LoggedDrop drop) {
        this.register = register;
        this.drop = drop;
        this.first = RowId.first(drop.receipt().number());
        this.last = RowId.last(drop.receipt().number());
        this.likeness = new Likeness(register);
    }

    /**
     * Among the drop's own rows, and the live entries of that regency. What a row says that only repeats what the register
     * holds is kept of the live entry that it repeats, which is named before any row of the drop: so it is not kept again.
     *
     * @param repeated whether any of the drop's rows do; they are UNCHANGED already
     * @param onlyRepeated whether all of them do but the rejected
     */
    void markAgainst(RegencyCode regency, boolean repeated, boolean onlyRepeated) {
        if (!repeated) {
            likeness.remember(first, last);
            pair(ENTRY_OR_IN_DROP, "", regency.value(), first, last, first, last);
        } else {
            if (!onlyRepeated) {
                likeness.rememberOthers(first, last);
                pair(
                        ENTRY_OR_IN_DROP,
                        " and not exists (" + UNCHANGED + ")",
                        regency.value(),
                        first,
                        last,
                        first,
                        last);
            }
            pairRepeated(regency, onlyRepeated ? "" : " and exists (" + UNCHANGED + ")");
        }
        tell();
    }

    /** Among the drop's own rows only, and nothing of them is kept for another drop. */
    void markAmongThemselves() {
        likeness.remember(first, last);
        pair(IN_DROP, "", first, last, first, last);
        tell();
        likeness.forget(first, last);
    }

    /**
     * The lowest NIK below, else above: either is one step in the index, however often one person is repeated. Asked only
     * of rows for which there is another NIK anywhere.
     */
    private void pair(String other, String which, Object... parameters) {
        insert(
                other,
                which + " and (exists (select 1 from likeness o where" + SAME + "o.nik < r.nik)"
                        + " or exists (select 1 from likeness o where" + SAME + "o.nik > r.nik))",
                parameters);
    }

    /**
     * A NIK that the drop has once: whatever is kept of it is passed over once, which is one step in the index and not two.
     * As a value and not as a condition: that PostgreSQL asks row by row, whatever it believes of how many there are.
     */
    private void pairRepeated(RegencyCode regency, String which) {
        insert(
                ENTRY_OR_IN_DROP,
                which + " and (select o.row_id from likeness o where" + SAME
                        + "o.nik <> r.nik fetch first 1 rows only) is not null",
                regency.value(),
                first,
                last,
                first,
                last);
    }

    private void insert(String other, String which, Object... parameters) {
        Object[] all = Arrays.copyOf(parameters, parameters.length + 2);
        all[parameters.length] = first;
        all[parameters.length + 1] = last;
        register.jdbc()
                .update(
                        "insert into look_alike (row_id, other_row_id) select a.row_id, a.other from (select r.row_id, "
                                + other + " as other from drop_row r"
                                + " where r.row_id between ? and ? and r.birth_date is not null and r.match_key <> ''"
                                + which + ") a where a.other is not null",
                        all);
    }

    /** All columns of the key in its order, so that both databases take the first row and look no further. */
    private static String lowest(String side) {
        return "select o.row_id from likeness o where" + SAME + "o.nik " + side + " r.nik and o.row_id between ? and ?"
                + " order by o.birth_date, o.match_key, o.nik, o.row_id fetch first 1 rows only";
    }

    private void tell() {
        register.client().sql("""
                        merge into drop_row r using (select row_id from look_alike where row_id between ? and ?) a
                        on r.row_id = a.row_id
                        when matched then update set codes = coalesce(r.codes || ';', '') || ?""").params(first, last, CODE).update();
        register.client()
                .sql("""
                        select c.alike, f.sheet, f.row_no, l.sheet, l.row_no
                        from (select count(*) as alike, min(row_id) as first_id, max(row_id) as last_id from look_alike
                            where row_id between ? and ?) c
                        join drop_row f on f.row_id = c.first_id
                        join drop_row l on l.row_id = c.last_id""")
                .params(first, last)
                .query((row, i) -> new Cause(
                        Optional.empty(),
                        FindingCode.PERSON_LOOKS_ALIKE,
                        row.getLong(1),
                        place(row.getInt(2), row.getInt(3)),
                        place(row.getInt(4), row.getInt(5)),
                        Field.NIK))
                .optional()
                .ifPresent(this::count);
    }

    private RowPlace place(int sheet, int row) {
        return new RowPlace(drop.sheets().get(sheet), row);
    }

    private void count(Cause cause) {
        register.client()
                .sql("update drop_log set reading = ? where receipt = ?")
                .params(Json.write(drop.reading().with(cause)), drop.receipt().number())
                .update();
    }
}
