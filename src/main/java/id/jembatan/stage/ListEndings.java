package id.jembatan.stage;

import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RoomAllAlong;
import id.jembatan.domain.RowId;
import id.jembatan.domain.UndoHindrance.Kind;
import id.jembatan.stage.Moments.Moment;
import java.time.LocalDate;
import java.util.Optional;

/** The entries that one list of leavers, or one confirmed full list, ended or is to end: what stands on that, and how they were. */
final class ListEndings {

    /** Parameters: first row, last row, first receipt of the full list. */
    private static final String OF = """
            (select entry_row_id, before_on, before_reason, before_by from leaving
                where row_id between ? and ? and entry_row_id is not null
            union all select entry_row_id, before_on, before_reason, before_by from leaver_proposal
                where list_no = ? and state = 'CONFIRMED')""";

    /** The entries, and the rows that brought them in; parameters: as of {@link #OF}. */
    private static final String ENTRIES =
            " from " + OF + " n join entry e on e.row_id = n.entry_row_id join drop_row f on f.row_id = e.row_id ";

    private final Register register;
    private final long first;
    private final long last;
    private final long listNo;
    private final long by;
    private final boolean confirmed;
    private final Moment moment;
    private final int programme;
    private final LocalDate day;

    /**
     * To look at one drop.
     *
     * @param leavers whether it is a list of leavers
     * @param listNo the first receipt of what came together with it
     */
    ListEndings(Register register, long receipt, boolean leavers, long listNo, int programme, LocalDate day) {
        this.register = register;
        this.first = RowId.first(receipt);
        this.last = RowId.last(receipt);
        this.listNo = listNo;
        this.by = leavers ? receipt : listNo;
        Moments moments = new Moments(register);
        Optional<Moment> ofConfirming = moments.find(listNo, true);
        this.confirmed = ofConfirming.isPresent();
        this.moment = ofConfirming.or(() -> moments.find(receipt, false)).orElse(Moment.unknown(receipt));
        this.programme = programme;
        this.day = day;
    }

    private Object[] with(Object... more) {
        Object[] parameters = new Object[3 + more.length];
        parameters[0] = first;
        parameters[1] = last;
        parameters[2] = listNo;
        System.arraycopy(more, 0, parameters, 3, more.length);
        return parameters;
    }

    /** What has happened since and rests on their ends. */
    void findStanding(Hindrances standing, ProgrammeKey key, RoomAllAlong room) {
        if (!any("e.row_id is not null")) {
            return;
        }
        standing.add(Kind.END, """
                select distinct coalesce(e.end_reason, e.leave_reason, 'ENDED') as reason""" + ENTRIES + "where e.left_by is null or e.left_by <> ? order by reason", with(by));
        standing.add(Kind.BATCH, "select distinct b.number" + ENTRIES + """
                join batch_line l on l.row_id = e.row_id
                join batch b on b.batch_id = l.batch_id and b.kind = 'END' and b.batch_id > ? order by b.number""", with(moment.batch()));
        // it put off an end, and so they went to the branch
        standing.add(Kind.BATCH, "select distinct b.number" + ENTRIES + """
                join batch_line l on l.row_id = e.row_id
                join batch b on b.batch_id = l.batch_id and b.kind = 'NEW' and b.batch_id > ?
                    and b.business_day >= n.before_on order by b.number""", with(moment.batch()));
        standing.add(Kind.ANSWER, "select distinct a.answer_id" + ENTRIES + """
                join batch_line l on l.row_id = e.row_id
                join line_answer x on x.batch_id = l.batch_id and x.line_no = l.line_no
                join answer_file a on a.answer_no = x.answer_no
                where e.state = 'ENDED' and e.ended_from in ('STAGED', 'SENT') order by a.answer_id""", with());
        standing.add(Kind.CASE, "select distinct concat('case:', c.case_no) as name" + ENTRIES + """
                join claim_case c on c.entry_row_id = e.row_id and c.state = 'OVER' order by name""", with());
        standing.add(Kind.IURAN, """
                select distinct concat(p.id, ' ', substring(cast(m.of_month as varchar(10)) from 1 for 7)) as name""" + ENTRIES + """
                join programme p on p.no = e.programme_no
                join iuran_month m on m.programme_no = e.programme_no and m.issued_on >= ?
                where e.state = 'ENDED' and e.ended_from in ('SENT', 'ACTIVE')
                    and not exists (select 1 from iuran_line i where i.programme_no = e.programme_no
                        and i.row_id = e.row_id and i.closed_in is null and i.last_month is null)
                order by name""", with(day));
        findLaterLists(standing);
        findPlacesTaken(standing, key, room);
    }

    private boolean any(String condition) {
        return register.client()
                .sql("select exists (select 1" + ENTRIES + "where " + condition + ")")
                .params(with())
                .query(Boolean.class)
                .single();
    }

    /** Who was not there when they were judged. */
    private void findLaterLists(Hindrances standing) {
        standing.addDropsOf(
                "select o.row_id" + ENTRIES + "join drop_row o on o.nik = f.nik and o.row_id > ?",
                with(RowId.last(moment.receipt())));
        standing.addDropsOf("select s.settled_by * 100000000 as row_id" + ENTRIES + """
                join drop_row o on o.nik = f.nik join review_row s on s.row_id = o.row_id and s.settled_by > ?""", with(moment.receipt()));
        standing.add(
                Kind.DECISION,
                "select distinct cast(d.decision_no as varchar(20)) as name" + ENTRIES + """
                join decision d on d.decision_no > ? and d.undone = false
                left join review v on v.review_no = d.review_no
                left join claim_case c on c.case_no = d.case_no
                where f.nik = coalesce(v.nik, c.nik) order by name""",
                with(moment.decision()));
        standing.addDropsOf(
                "select x.row_id" + ENTRIES + """
                join drop_row v on v.nik = f.nik
                """ + Likeness.LATER_ALIKE + """
                join programme q on q.no = w.programme_no
                join programme p on p.no = e.programme_no and p.regency = q.regency""", with(RowId.last(moment.receipt())));
        // of a full list that was confirmed since only those ended who were live then
        standing.add(Kind.DROP, "select distinct l.drop_id" + ENTRIES + """
                join leaver_proposal p on p.entry_row_id = e.row_id and p.state = 'OPEN'
                join drop_moment m on m.receipt = p.list_no and m.confirmed = true
                join drop_log l on l.receipt = p.list_no where e.state = 'ENDED' order by l.drop_id""", with());
        standing.add(Kind.DROP, """
                select drop_id from drop_log where programme_no = ? and receipt > ? and status = 'TAKEN'
                    and proposed is not null order by drop_id""", programme, moment.receipt());
    }

    private void findPlacesTaken(Hindrances standing, ProgrammeKey key, RoomAllAlong room) {
        if (any("e.state = 'ENDED' and e.ended_from in ('STAGED', 'WAITLISTED') and e.batch_id is null")) {
            standing.add(Kind.BATCH, """
                    select number from batch where programme_no = ? and kind = 'NEW' and batch_id > ? order by number""", programme, moment.batch());
        }
        standing.add(
                Kind.PROMOTION,
                "select distinct concat(p.id, ' ', cast(t.business_day as varchar(10))) as name" + ENTRIES + """
                join drop_row g on g.nik = f.nik
                join entry o on o.row_id = g.row_id and o.row_id <> e.row_id
                join programme p on p.no = o.programme_no
                join notice_row r on r.row_id = o.row_id
                join notice t on t.notice_no = r.notice_no and t.cause = 'PROMOTION' and t.notice_no > ?
                order by name""",
                with(moment.notice()));
        boolean waited = any("e.state = 'ENDED' and e.ended_from = 'WAITLISTED'");
        if (waited
                || (any("e.state = 'ENDED'")
                        && !room.hadRoom(key, day, action -> PlacedGroups.forEverybody(register, programme, action)))) {
            standing.add(Kind.PROMOTION, """
                    select distinct concat(p.id, ' ', cast(t.business_day as varchar(10))) as name
                    from notice t join notice_row r on r.notice_no = t.notice_no
                    join entry o on o.row_id = r.row_id join programme p on p.no = o.programme_no
                    where o.programme_no = ? and t.cause = 'PROMOTION' and t.notice_no > ? order by name""", programme, moment.notice());
            standing.addDropsOf("""
                    select row_id from entry where programme_no = ? and queue > ? and state <> 'WAITLISTED'""", programme, moment.queue());
        }
    }

    /** They stand as before; whose batch went out meanwhile is SENT. */
    void restore() {
        register.jdbc().update("merge into entry e using " + OF + """
                 n on e.row_id = n.entry_row_id
                when matched then update set
                    state = case when e.state = 'ENDED' then e.ended_from else e.state end,
                    ended_on = case when e.state = 'ENDED' then null else e.ended_on end,
                    end_reason = case when e.state = 'ENDED' then null else e.end_reason end,
                    ended_from = null, leaves_on = n.before_on, leave_reason = n.before_reason,
                    left_by = n.before_by""", with());
        register.jdbc().update("""
                update entry set state = 'SENT' where state = 'STAGED'
                    and batch_id in (select batch_id from batch where state = 'SENT')
                    and row_id in (select entry_row_id from\s""" + OF + " n)", with());
        register.jdbc().update("delete from leaving where row_id between ? and ?", first, last);
        if (confirmed) {
            new Moments(register).forget(listNo, true);
        }
    }
}
