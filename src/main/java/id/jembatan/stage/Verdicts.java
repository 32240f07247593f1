package id.jembatan.stage;

import id.jembatan.domain.Fingerprint;
import id.jembatan.domain.RegencyCode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who owns a NIK in a regency, and who does not, as decisions have said: told by what identifies a row beside its NIK, so
 * that a row like one that was decided is not asked again.
 */
final class Verdicts {

    /** As {@link Fingerprint} writes it. */
    private static final String KEY = "case when r.match_key = '' then '=' || r.name else r.match_key end";

    private static final String SAME = "v.match_key = " + KEY
            + " and (v.birth_date = r.birth_date or (v.birth_date is null and r.birth_date is null))";

    private final Register register;
    private final RegencyCode regency;

    Verdicts(Register register, RegencyCode regency) {
        this.register = register;
        this.regency = regency;
    }

    /** Remembers it of the persons of those rows, in the place of what was decided of them before. */
    void remember(long decision, Collection<Long> rows, boolean owner) {
        List<Object[]> each = rows.stream()
                .map(row -> new Object[] {decision, decision, row, regency.value()})
                .toList();
        register.jdbc().batchUpdate("""
                        update nik_verdict set superseded_by = ? where superseded_by is null and decision_no <> ?
                            and exists (select 1 from drop_row r where r.row_id = ? and r.nik = nik_verdict.nik and\s""" + SAME.replace("v.", "nik_verdict.") + ") and nik_verdict.regency = ?", each);
        register.jdbc()
                .batchUpdate(
                        "insert into nik_verdict (nik, regency, match_key, birth_date, is_owner, decision_no)"
                                + " select r.nik, cast(? as varchar), " + KEY
                                + ", r.birth_date, cast(? as boolean), cast(? as bigint) from drop_row r"
                                + " where r.row_id = ? and not exists (select 1 from nik_verdict v"
                                + " where v.decision_no = ? and v.nik = r.nik and " + SAME + ")",
                        rows.stream()
                                .map(row -> new Object[] {regency.value(), owner, decision, row, decision})
                                .toList());
    }

    /** As before the decision. */
    static void forget(Register register, long decision) {
        register.client()
                .sql("delete from nik_verdict where decision_no = ?")
                .param(decision)
                .update();
        register.client()
                .sql("update nik_verdict set superseded_by = null where superseded_by = ?")
                .param(decision)
                .update();
    }

    /** The owners of a NIK. */
    Set<Fingerprint> ownersOf(long nik) {
        Set<Fingerprint> owners = new HashSet<>();
        register.client()
                .sql("""
                        select match_key, birth_date from nik_verdict
                        where nik = ? and regency = ? and is_owner = true and superseded_by is null""")
                .params(nik, regency.value())
                .query((row, i) -> owners.add(
                        new Fingerprint(row.getString(1), Optional.ofNullable(row.getObject(2, LocalDate.class)))))
                .list();
        return owners;
    }

    private boolean hasDenied() {
        return register.client()
                .sql("select exists (select 1 from nik_verdict where regency = ? and is_owner = false"
                        + " and superseded_by is null)")
                .param(regency.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Rows of a drop whose NIK was decided to be another's: they are REVIEW alone, hold up nobody, and nothing is asked.
     *
     * @return how many
     */
    int deny(long first, long last) {
        if (!hasDenied()) {
            return 0; // a large list need not be looked through
        }
        int denied = register.client()
                .sql("""
                        insert into review_row (row_id, review_no, state, decision_no)
                        select r.row_id, d.review_no, 'DENIED', d.decision_no
                        from nik_verdict v
                        join decision d on d.decision_no = v.decision_no
                        join drop_row r on r.nik = v.nik and r.row_id between ? and ? and\s""" + SAME
                        + " where v.regency = ? and v.is_owner = false and v.superseded_by is null"
                        + " and not exists (select 1 from review_row s where s.row_id = r.row_id)")
                .params(first, last, regency.value())
                .update();
        if (denied > 0) {
            register.client().sql("""
                            insert into row_outcome (row_id, outcome)
                            select row_id, 'REVIEW' from review_row
                            where row_id between ? and ? and state = 'DENIED'""").params(first, last).update();
        }
        return denied;
    }
}
