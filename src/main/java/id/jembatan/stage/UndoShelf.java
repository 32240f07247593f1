package id.jembatan.stage;

import id.jembatan.domain.RowId;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.UndoHindrance.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Takes a drop back (SPEC section 10, {@code undo}): afterwards the register is as if the drop had never come. Only as long
 * as nothing stands on it: no batch has its people, and no later drop was settled otherwise because of it.
 */
public final class UndoShelf {

    private static final String DROP_OF = """
             join drop_log l on l.receipt = %s / 100000000 and l.step in ('SETTLED', 'REPLIED', 'PARKED')
                and l.status = 'TAKEN'
            """;

    private final Register register;
    private final JournalOutbox journal;

    public UndoShelf(Register register) {
        this.register = register;
        this.journal = new JournalOutbox(register);
    }

    /**
     * Takes the answered drop back, unless something stands on it.
     *
     * @param by who asks for it
     * @param reason why, for the audit trail
     * @return what stands on it; empty when it is undone
     */
    public List<UndoHindrance> undo(long receipt, String by, String reason) {
        return register.inTransaction(() -> {
            register.takeTurn();
            List<UndoHindrance> standing = listStanding(receipt);
            if (standing.isEmpty() && takeBack(receipt)) {
                journal.add("undone", Map.of("receipt", receipt, "by", by, "reason", reason));
            }
            return standing;
        });
    }

    private List<UndoHindrance> listStanding(long receipt) {
        List<UndoHindrance> standing = new ArrayList<>();
        Range own = new Range(receipt);
        add(standing, Kind.BATCH, """
                select distinct b.number from batch_line l join batch b on b.batch_id = l.batch_id
                where l.row_id between ? and ? or l.data_row_id between ? and ?
                    or l.row_id in (select row_id from review_row where settled_by = ?)
                order by b.number""", own.first(), own.last(), own.first(), own.last(), receipt);
        add(standing, Kind.END, """
                select distinct coalesce(end_reason, 'ENDED') as reason from entry
                where (state = 'ENDED' and batch_id is null or leaves_on is not null) and (row_id between ? and ? or data_row_id between ? and ?)
                order by reason""", own.first(), own.last(), own.first(), own.last());
        add(standing, Kind.REVIEW, """
                select distinct cast(v.review_no as varchar(20)) from review v
                join review_row s on s.review_no = v.review_no and s.row_id not between ? and ?
                where v.opened_by = ?""", own.first(), own.last(), receipt);
        add(standing, Kind.LIST, """
                select drop_id from drop_log where receipt = ? and (leavers = true or proposed is not null)""", receipt);
        add(standing, Kind.DECISION, """
                select distinct cast(n.decision_no as varchar(20)) from decision n
                left join review v on v.review_no = n.review_no
                left join claim_case c on c.case_no = n.case_no
                join drop_row d on d.nik = coalesce(v.nik, c.nik) and d.row_id between ? and ?
                where n.undone = false""", own.first(), own.last());
        add(standing, Kind.DROP, """
                select distinct l.drop_id from leaver_proposal p join drop_log l on l.receipt = p.list_no
                where p.entry_row_id between ? and ?""", own.first(), own.last());
        add(standing, Kind.PURGE, """
                select distinct p.purge_id from purge p join drop_log l on l.purge_no = p.purge_no
                where l.receipt = ?""", receipt);
        addLater(
                standing,
                "select o.row_id from drop_row d join drop_row o on o.nik = d.nik and o.row_id > ?"
                        + " where d.row_id between ? and ?",
                own.last(),
                own.first(),
                own.last());
        addLater(
                standing,
                "select row_id from repair where row_id > ?"
                        + " and (of_row_id between ? and ? or root_row_id between ? and ?)",
                own.last(),
                own.first(),
                own.last(),
                own.first(),
                own.last());
        addLater(
                standing,
                "select row_id from look_alike where row_id > ? and other_row_id between ? and ?",
                own.last(),
                own.first(),
                own.last());
        // who resembles what the drop's updates have replaced would resemble it again
        addLater(standing, """
                select o.row_id from drop_row d
                join drop_row v on v.nik = d.nik and v.row_id < ?
                join likeness o on o.birth_date = v.birth_date and o.match_key = v.match_key and o.nik <> v.nik
                    and o.row_id > ?
                where d.row_id between ? and ?""", own.first(), own.last(), own.first(), own.last());
        addLater(standing, """
                select o.row_id from row_outcome o join drop_log w on w.receipt = o.row_id / 100000000
                where o.row_id > ? and o.outcome = 'WAITLISTED' and w.programme_no in (
                    select e.programme_no from entry e where e.row_id between ? and ?
                        or e.row_id in (select row_id from review_row where settled_by = ?))""", own.last(), own.first(), own.last(), receipt);
        return standing.stream().distinct().toList();
    }

    private record Range(long first, long last) {

        Range(long receipt) {
            this(RowId.first(receipt), RowId.last(receipt));
        }
    }

    private void addLater(List<UndoHindrance> standing, String rows, Object... parameters) {
        add(
                standing,
                Kind.DROP,
                "select distinct l.drop_id from (" + rows + ") r" + DROP_OF.formatted("r.row_id")
                        + " order by l.drop_id",
                parameters);
    }

    private void add(List<UndoHindrance> standing, Kind kind, String sql, Object... parameters) {
        register.jdbc()
                .queryForList(sql, String.class, parameters)
                .forEach(name -> standing.add(new UndoHindrance(kind, name)));
    }

    /** Inside a transaction that has the turn; false when it was taken back already. */
    boolean takeBack(long receipt) {
        if (!new DropSteps(register).undo(receipt)) {
            return false;
        }
        Range own = new Range(receipt);
        turnBack(receipt, own);
        register.jdbc().update("""
                delete from entry where row_id between ? and ?
                    or row_id in (select row_id from review_row where settled_by = ?)""", own.first(), own.last(), receipt);
        register.jdbc().update("delete from claim_case where opened_by = ?", receipt);
        takeBackReviews(receipt, own);
        new Likeness(register).forget(own.first(), own.last());
        for (String table : List.of("repair", "look_alike", "row_outcome", "drop_row")) {
            register.jdbc().update("delete from " + table + " where row_id between ? and ?", own.first(), own.last());
        }
        return true;
    }

    private void takeBackReviews(long receipt, Range own) {
        register.jdbc().update("delete from review_row where row_id between ? and ?", own.first(), own.last());
        register.jdbc().update("""
                update review set closed = false
                where review_no in (select review_no from review_row where settled_by = ?)""", receipt);
        register.jdbc().update("""
                update review_row set state = 'STANDS', settled_by = null, outcome = null, ref = null
                where settled_by = ?""", receipt);
        register.jdbc().update("delete from review where opened_by = ?", receipt);
    }

    /**
     * Entries that the drop updated, itself or through rows that it freed, turn back to the version before: the last one
     * that was settled earlier. A row that a review held up was settled after all rows of the drop that freed it.
     */
    private void turnBack(long receipt, Range own) {
        register.jdbc()
                .update(
                        """
                merge into entry e using (
                    select row_id, version, base from (
                        select t.row_id, v.row_id as version, v.base, row_number() over (
                            partition by t.row_id order by coalesce(s.settled_by * 100000000 + 99999999, v.row_id) desc,
                                v.row_id desc) as latest
                        from entry t
                        join drop_row f on f.row_id = t.row_id
                        join drop_row v on v.nik = f.nik
                        join drop_log l on l.receipt = v.row_id / 100000000 and l.programme_no = t.programme_no
                        left join row_outcome o on o.row_id = v.row_id
                        left join review_row s on s.row_id = v.row_id and s.settled_by is not null
                        left join review_row b on b.row_id = t.row_id and b.settled_by is not null
                        where (t.data_row_id between ? and ? or t.data_row_id in (
                                select row_id from review_row where settled_by = ? and outcome = 'UPDATED'))
                            and t.row_id not between ? and ?
                            and (v.row_id = t.row_id or o.outcome = 'UPDATED' or s.outcome = 'UPDATED')
                            and coalesce(s.settled_by * 100000000 + 99999999, v.row_id)
                                >= coalesce(b.settled_by * 100000000 + 99999999, t.row_id)
                            and v.row_id not between ? and ?
                            and (s.settled_by is null or s.settled_by <> ?)) versions
                    where latest = 1) n
                on e.row_id = n.row_id
                when matched then update set data_row_id = n.version, base = n.base""",
                        own.first(),
                        own.last(),
                        receipt,
                        own.first(),
                        own.last(),
                        own.first(),
                        own.last(),
                        receipt);
    }
}
