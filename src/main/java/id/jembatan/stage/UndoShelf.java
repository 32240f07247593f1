package id.jembatan.stage;

import id.jembatan.domain.Notice;
import id.jembatan.domain.RoomAllAlong;
import id.jembatan.domain.RowId;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.UndoHindrance.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Takes a drop back (SPEC section 10, {@code undo}): afterwards the register is as if the drop had never come. Only as long
 * as nothing stands on it: no batch has its people, and no later drop was settled otherwise because of it.
 */
public final class UndoShelf {

    private static final String TAKEN = "l.step in ('SETTLED', 'REPLIED', 'PARKED') and l.status = 'TAKEN'";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public UndoShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /** What the log says of the drop that matters here. */
    private record Drop(long receipt, boolean leavers, long listNo, int programme, LocalDate day) {}

    /**
     * Takes the answered drop back, unless something stands on it.
     *
     * @param by who asks for it
     * @param reason why, for the audit trail
     * @param today the business date of what offices are told of it
     * @param room whether places that it made free were ever short since
     * @return what stands on it; empty when it is undone
     */
    public List<UndoHindrance> undo(long receipt, String by, String reason, LocalDate today, RoomAllAlong room) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Drop drop = get(receipt);
            List<UndoHindrance> standing = listStanding(drop, room);
            if (standing.isEmpty() && isTaken(receipt)) {
                Notices notices = new Notices(register, journal, Notice.Cause.UNDONE, today);
                tell(drop, notices);
                notices.close();
                takeBack(receipt);
                journal.add("undone", Map.of("receipt", receipt, "by", by, "reason", reason));
            }
            return standing;
        });
    }

    private Drop get(long receipt) {
        return register.client()
                .sql("select leavers, list_no, programme_no, business_day from drop_log where receipt = ?")
                .param(receipt)
                .query((row, i) -> new Drop(
                        receipt, row.getBoolean(1), row.getLong(2), row.getInt(3), row.getObject(4, LocalDate.class)))
                .single();
    }

    private boolean isTaken(long receipt) {
        return register.client()
                .sql("select exists (select 1 from drop_log l where l.receipt = ? and " + TAKEN + ")")
                .param(receipt)
                .query(Boolean.class)
                .single();
    }

    /** Rows of other drops that it had freed wait for a person again. */
    private void tell(Drop drop, Notices notices) {
        Range own = new Range(drop.receipt());
        register.client()
                .sql("""
                        select row_id from review_row where settled_by = ? and state = 'FREED' and outcome is not null
                            and row_id not between ? and ? order by row_id""")
                .params(drop.receipt(), own.first(), own.last())
                .query(Long.class)
                .list()
                .forEach(row -> notices.tell(row, Notice.Became.REVIEW, ""));
    }

    private List<UndoHindrance> listStanding(Drop drop, RoomAllAlong room) {
        Hindrances standing = new Hindrances(register);
        Range own = new Range(drop.receipt());
        standing.addDropsOf(
                "select row_id from repair where row_id > ?"
                        + " and (of_row_id between ? and ? or root_row_id between ? and ?)",
                own.last(),
                own.first(),
                own.last(),
                own.first(),
                own.last());
        standing.add(
                Kind.PURGE,
                "select distinct p.purge_id from purge p join drop_log l on l.purge_no = p.purge_no where l.receipt = ?",
                drop.receipt());
        if (!drop.leavers()) {
            findStanding(standing, drop, own);
        }
        if (new Moments(register).find(drop.receipt(), false).isEmpty()) {
            standing.add(
                    Kind.LIST,
                    "select drop_id from drop_log where receipt = ? and (leavers = true or proposed is not null)",
                    drop.receipt());
        }
        endings(drop).findStanding(standing, programmes.keyOf(drop.programme()), room);
        proposals(drop).findStanding(standing);
        return standing.list();
    }

    private ListEndings endings(Drop drop) {
        return new ListEndings(register, drop.receipt(), drop.leavers(), drop.listNo(), drop.programme(), drop.day());
    }

    private ListProposals proposals(Drop drop) {
        return new ListProposals(register, drop.receipt(), drop.listNo(), drop.programme());
    }

    private void findStanding(Hindrances standing, Drop drop, Range own) {
        long receipt = drop.receipt();
        Moments.Moment moment = new Moments(register).find(receipt, false).orElse(Moments.Moment.unknown(receipt));
        standing.add(Kind.BATCH, """
                select distinct b.number from batch_line l join batch b on b.batch_id = l.batch_id
                where l.row_id between ? and ? or l.data_row_id between ? and ?
                    or l.row_id in (select row_id from review_row where settled_by = ?)
                order by b.number""", own.first(), own.last(), own.first(), own.last(), receipt);
        standing.add(Kind.END, """
                select distinct coalesce(end_reason, 'ENDED') as reason from entry
                where (state = 'ENDED' and batch_id is null or leaves_on is not null)
                    and (row_id between ? and ? or data_row_id between ? and ?)
                order by reason""", own.first(), own.last(), own.first(), own.last());
        standing.add(Kind.REVIEW, """
                select distinct cast(v.review_no as varchar(20)) from review v
                join review_row s on s.review_no = v.review_no and s.row_id not between ? and ?
                where v.opened_by = ?""", own.first(), own.last(), receipt);
        standing.add(Kind.DECISION, """
                select distinct cast(n.decision_no as varchar(20)) from decision n
                left join review v on v.review_no = n.review_no
                left join claim_case c on c.case_no = n.case_no
                join drop_row d on d.nik = coalesce(v.nik, c.nik) and d.row_id between ? and ?
                where n.undone = false and n.decision_no > ?""", own.first(), own.last(), moment.decision());
        standing.add(Kind.DROP, """
                select distinct l.drop_id from leaver_proposal p join drop_log l on l.receipt = p.list_no
                where p.entry_row_id between ? and ? and p.list_no <> ?""", own.first(), own.last(), drop.listNo());
        standing.addDropsOf(
                "select o.row_id from drop_row d join drop_row o on o.nik = d.nik and o.row_id > ?"
                        + " where d.row_id between ? and ?",
                own.last(),
                own.first(),
                own.last());
        standing.addDropsOf(
                "select row_id from look_alike where row_id > ? and other_row_id between ? and ?",
                own.last(),
                own.first(),
                own.last());
        // who resembles what the drop's updates have replaced would resemble it again
        standing.addDropsOf(
                "select x.row_id from drop_row d join drop_row v on v.nik = d.nik and v.row_id < ?"
                        + Likeness.LATER_ALIKE + " where d.row_id between ? and ?",
                own.first(),
                own.last(),
                own.first(),
                own.last());
        standing.addDropsOf("""
                select o.row_id from row_outcome o join drop_log w on w.receipt = o.row_id / 100000000
                where o.row_id > ? and o.outcome = 'WAITLISTED' and w.programme_no in (
                    select e.programme_no from entry e where e.row_id between ? and ?
                        or e.row_id in (select row_id from review_row where settled_by = ?))""", own.last(), own.first(), own.last(), receipt);
        // who was freed later, though it came before, waits behind it all the same
        standing.addDropsOf("""
                select w.row_id from entry w where w.state = 'WAITLISTED' and w.queue > ? and w.programme_no in (
                    select e.programme_no from entry e where e.row_id between ? and ?
                        or e.row_id in (select row_id from review_row where settled_by = ?))""", moment.queue(), own.first(), own.last(), receipt);
        findWhoWaitsElsewhere(standing, drop, own, moment);
    }

    /** Without the drop they would have had no place here, and the first free one there. */
    private void findWhoWaitsElsewhere(Hindrances standing, Drop drop, Range own, Moments.Moment moment) {
        String elsewhere = """
                 from entry e join drop_row d on d.row_id = e.row_id
                join drop_row f on f.nik = d.nik
                join entry w on w.row_id = f.row_id and w.programme_no <> e.programme_no and w.state = 'WAITLISTED'
                join programme p on p.no = w.programme_no
                """;
        String which = """
                e.state in ('STAGED', 'SENT', 'ACTIVE') and (e.row_id between ? and ?
                    or e.row_id in (select row_id from review_row where settled_by = ?)) order by name""";
        standing.add(
                Kind.PASSED,
                "select distinct concat(p.id, ' ', cast(w.passed_on as varchar(10))) as name" + elsewhere
                        + "where w.passed_on >= ? and " + which,
                drop.day(),
                own.first(),
                own.last(),
                drop.receipt());
        standing.add(
                Kind.PROMOTION,
                "select distinct concat(p.id, ' ', cast(t.business_day as varchar(10))) as name" + elsewhere + """
                        join entry o on o.programme_no = w.programme_no
                        join notice_row r on r.row_id = o.row_id
                        join notice t on t.notice_no = r.notice_no and t.cause = 'PROMOTION'
                        where t.notice_no > ? and\s"""
                        + which,
                moment.notice(),
                own.first(),
                own.last(),
                drop.receipt());
    }

    private record Range(long first, long last) {

        Range(long receipt) {
            this(RowId.first(receipt), RowId.last(receipt));
        }
    }

    /** Inside a transaction that has the turn; false when it was taken back already. */
    boolean takeBack(long receipt) {
        Drop drop = get(receipt);
        if (!new DropSteps(register).undo(receipt)) {
            return false;
        }
        Range own = new Range(receipt);
        endings(drop).restore();
        proposals(drop).restore();
        new Moments(register).forget(receipt, false);
        register.jdbc().update("""
                delete from notice_row where notice_no in (select notice_no from notice where receipt = ?)""", receipt);
        register.jdbc().update("delete from notice where receipt = ?", receipt);
        turnBack(receipt, own);
        register.jdbc().update("""
                delete from entry where row_id between ? and ?
                    or row_id in (select row_id from review_row where settled_by = ?)""", own.first(), own.last(), receipt);
        register.jdbc().update("delete from claim_case where opened_by = ?", receipt);
        takeBackReviews(receipt, own);
        new Likeness(register).forget(own.first(), own.last());
        new NameIndex(register).forget(own.first(), own.last());
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
