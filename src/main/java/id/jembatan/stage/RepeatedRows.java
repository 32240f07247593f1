package id.jembatan.stage;

import id.jembatan.domain.RegencyCode;
import java.util.stream.Collectors;

/**
 * Rows of a drop that say nothing but what the register holds already, text for text or nothing at all: found by a few
 * statements, so that a list which comes again need not be compared person by person. Whoever is told in other letters, is
 * under review, stands twice in the drop or is live elsewhere too is left to the comparison.
 */
final class RepeatedRows {

    /** So many follow one another, asked in the order of their NIKs: then neighbours lie on the same pages. */
    private static final int AT_A_TIME = 50_000;

    /** Of each NIK all rows are looked at once; one that has more than one live entry, or row in the drop, has none here. */
    private static final String REPEATED = """
            select r.row_id, r.nik, r.sheet
            from (select n.nik, n.row_id,
                    (select case when count(e.row_id) = 1 and min(e.programme_no) = ?
                            and sum(case when f.row_id between ? and ? then 1 else 0 end) = 1 then min(e.data_row_id) end
                        from drop_row f
                        left join entry e on e.row_id = case when f.row_id between ? and ? then null else f.row_id end
                            and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')
                        where f.nik = n.nik) as data_row_id
                from (select nik, row_id from drop_row where row_id between ? and ? and nik is not null order by nik) n) k
            join drop_row r on r.row_id = k.row_id
            join drop_row d on d.row_id = k.data_row_id
            where not exists (select 1 from review v where v.nik = k.nik and v.regency = ? and v.closed = false)
                and r.match_key = d.match_key and (r.match_key <> '' or r.name = d.name)
                and\s""" + saysNothingNew();

    private final Register register;
    private final RegencyCode regency;
    private final int programme;
    private final long first;
    private final long last;

    /** Of the rows from the first to the last of a drop of the programme. */
    RepeatedRows(Register register, RegencyCode regency, int programme, long first, long last) {
        this.register = register;
        this.regency = regency;
        this.programme = programme;
        this.first = first;
        this.last = last;
    }

    private static String saysNothingNew() {
        return WorkerColumns.inherited().stream()
                .map(column -> "(r." + column + " is null or r." + column + " = d." + column + ")")
                .collect(Collectors.joining(" and "));
    }

    /**
     * Makes all of them UNCHANGED.
     *
     * @param denied whether rows were judged by an earlier decision already: they are left out
     * @return how many they are
     */
    long settle(boolean denied) {
        return forAll("insert into row_outcome (row_id, outcome) select r.row_id, 'UNCHANGED' from (" + REPEATED + ") r"
                + (denied ? " where " + KnownGroups.UNDECIDED : ""));
    }

    /** All rows of the drop but the rejected. */
    long countTaken() {
        return register.client()
                .sql("select count(nik) from drop_row where row_id between ? and ?")
                .params(first, last)
                .query(Long.class)
                .single();
    }

    /** Notes in {@code settling} those of them that were UNCHANGED, where the outcomes stand already. */
    void note() {
        forAll("insert into settling (nik, decision, first_row_id, first_sheet)"
                + " select q.nik, u.outcome, q.row_id, q.sheet from (" + REPEATED + ") q"
                + " join row_outcome u on u.row_id = q.row_id and u.outcome = 'UNCHANGED'");
    }

    /** The first list of a programme repeats nobody: its rows need not be looked through. */
    private boolean isAnybodyLive() {
        return register.client()
                .sql("select exists (select 1 from entry where programme_no = ?"
                        + " and state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE'))")
                .param(programme)
                .query(Boolean.class)
                .single();
    }

    private long forAll(String statement) {
        if (!isAnybodyLive()) {
            return 0;
        }
        long highest = register.client()
                .sql("select coalesce(max(row_id), 0) from drop_row where row_id between ? and ?")
                .params(first, last)
                .query(Long.class)
                .single();
        long found = 0;
        for (long from = first; from <= highest; from += AT_A_TIME) {
            found += register.jdbc()
                    .update(
                            statement,
                            programme,
                            first,
                            last,
                            first,
                            last,
                            from,
                            from + AT_A_TIME - 1,
                            regency.value());
        }
        return found;
    }
}
