package id.jembatan.stage;

import id.jembatan.domain.Decided.Blocker;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.Notice;
import id.jembatan.domain.RoomAllAlong;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A decision of a review or a case that is taken back: what stands on it, and how things were before. */
final class UndoneDecision {

    private final Register register;
    private final long number;

    UndoneDecision(Register register, long number) {
        this.register = register;
        this.number = number;
    }

    /**
     * What has happened since and rests on it; empty when it can be taken back.
     *
     * @param day of the decision
     * @param room where there was room for all, nobody has the place of somebody whom the decision ended
     */
    List<Blocker> blockers(LocalDate day, ProgrammeNumbers programmes, RoomAllAlong room) {
        List<Blocker> blockers = new ArrayList<>();
        add(blockers, "drop", """
                select distinct l.drop_id from decision d
                left join review v on v.review_no = d.review_no
                left join claim_case c on c.case_no = d.case_no
                join drop_row r on r.nik = coalesce(v.nik, c.nik)
                join drop_log l on l.receipt = r.row_id / 100000000 and l.receipt > d.after_receipt
                join row_outcome o on o.row_id = r.row_id
                where d.decision_no = ?""");
        add(blockers, "decision", """
                select distinct cast(n.decision_no as varchar) from decision d
                left join review v on v.review_no = d.review_no
                left join claim_case k on k.case_no = d.case_no
                join decision n on n.decision_no > d.decision_no and n.undone = false
                left join review w on w.review_no = n.review_no
                left join claim_case c on c.case_no = n.case_no
                where d.decision_no = ? and coalesce(v.nik, k.nik) = coalesce(w.nik, c.nik)""");
        add(blockers, "batch", """
                select distinct b.number from review_row s
                join entry e on e.row_id = s.row_id
                join batch b on b.batch_id = e.batch_id
                where s.decision_no = ?""");
        // an entry that lives is in no batch of ends: that it is in one came after
        add(blockers, "batch", """
                select distinct b.number from decision_entry x
                join batch_line l on l.row_id = x.entry_row_id
                join batch b on b.batch_id = l.batch_id and b.kind = 'END'
                where x.decision_no = ?""");
        add(blockers, "entry", """
                select distinct coalesce(a.verdict, e.state) from decision_entry x
                join entry e on e.row_id = x.entry_row_id
                left join (batch_line l join line_answer a on a.batch_id = l.batch_id and a.line_no = l.line_no)
                    on l.row_id = e.row_id and x.state in ('STAGED', 'SENT')
                where x.decision_no = ? and (e.state <> 'ENDED' or a.verdict is not null)""");
        add(blockers, "case", """
                select distinct concat('case:', c.case_no) from decision_entry x
                join claim_case c on c.entry_row_id = x.entry_row_id and c.state = 'OVER'
                where x.decision_no = ?""");
        add(blockers, "entry", """
                select distinct e.state from review_row s
                join entry e on e.row_id = s.row_id
                where s.decision_no = ? and e.batch_id is null
                    and e.state <> case s.outcome when 'ACCEPTED' then 'STAGED' else 'WAITLISTED' end""");
        add(blockers, "changed", """
                select distinct l.drop_id from review_row s
                join drop_log l on l.receipt = s.row_id / 100000000
                where s.decision_no = ? and (s.state not in ('FREED', 'DENIED') or s.outcome = 'UPDATED')""");
        register.client().sql("""
                        select distinct e.programme_no from decision d
                join decision_entry x on x.decision_no = d.decision_no and x.state <> 'WAITLISTED'
                join entry e on e.row_id = x.entry_row_id
                where d.decision_no = ? and (exists (select 1 from entry n
                        where n.programme_no = e.programme_no and n.state in ('STAGED', 'SENT', 'ACTIVE')
                            and n.queue > d.queue and not exists (select 1 from review_row s
                                where s.row_id = n.row_id and s.decision_no = d.decision_no))
                    or exists (select 1 from notice m join notice_row q on q.notice_no = m.notice_no
                        join entry n on n.row_id = q.row_id and n.programme_no = e.programme_no
                        where m.notice_no > d.after_notice and m.cause = 'PROMOTION'))""").param(number).query(Integer.class).list().stream()
                .filter(programme -> !room.hadRoom(
                        programmes.keyOf(programme),
                        day,
                        action -> PlacedGroups.forEverybody(register, programme, action)))
                .forEach(programme -> blockers.add(
                        new Blocker("place", programmes.keyOf(programme).id())));
        return blockers;
    }

    private void add(List<Blocker> blockers, String kind, String sql) {
        register.client()
                .sql(sql)
                .param(number)
                .query(String.class)
                .list()
                .forEach(what -> blockers.add(new Blocker(kind, what)));
    }

    private List<Long> list(String sql) {
        return register.client().sql(sql).param(number).query(Long.class).list();
    }

    /**
     * Before it is taken back.
     *
     * @param dispute what is open again, as people name it
     */
    void tell(Dispute.Kind kind, String dispute, Notices notices) {
        boolean review = kind == Dispute.Kind.REVIEW;
        list("select row_id from review_row where decision_no = ? order by row_id")
                .forEach(row -> notices.tell(
                        row, review ? Notice.Became.REVIEW : Notice.Became.COVERED, review ? "" : dispute));
        list("select entry_row_id from decision_entry where decision_no = ? order by entry_row_id")
                .forEach(row -> notices.tell(row, Notice.Became.KEPT, ""));
    }

    void apply() {
        List<Object[]> freed = list("select row_id from review_row where decision_no = ? and state = 'FREED'").stream()
                .map(row -> new Object[] {row})
                .toList();
        register.jdbc().batchUpdate("delete from entry where row_id = ?", freed);
        forgetCases();
        register.client().sql("""
                        merge into entry e using (select entry_row_id, state from decision_entry where decision_no = ?) x
                        on e.row_id = x.entry_row_id
                        when matched then update set state = x.state, ended_from = null, ended_on = null,
                            end_reason = null""").param(number).update();
        register.client().sql("""
                        update entry set state = 'SENT' where state = 'STAGED'
                            and batch_id in (select batch_id from batch where state = 'SENT')
                            and row_id in (select entry_row_id from decision_entry where decision_no = ?)""").param(number).update();
        register.client()
                .sql("delete from decision_entry where decision_no = ?")
                .param(number)
                .update();
        reopenCase();
        register.client().sql("""
                        update review_row set state = 'STANDS', settled_by = null, outcome = null, ref = null,
                            decision_no = null, prior_settled_by = null, prior_decision_no = null,
                            review_no = (select d.review_no from decision d where d.decision_no = review_row.decision_no)
                        where decision_no = ?""").param(number).update();
        register.client()
                .sql(
                        "update review set closed = false where review_no = (select review_no from decision where decision_no = ?)")
                .param(number)
                .update();
        Verdicts.forget(register, number);
        register.client()
                .sql("update decision set undone = true where decision_no = ?")
                .param(number)
                .update();
    }

    /** Rows of a case were COVERED and stood under no review, unless a review had freed them as that. */
    private void reopenCase() {
        register.client().sql("""
                        update review_row set state = 'FREED', outcome = 'COVERED',
                            ref = (select concat('case:', d.case_no) from decision d
                                where d.decision_no = review_row.decision_no),
                            settled_by = prior_settled_by, decision_no = prior_decision_no,
                            prior_settled_by = null, prior_decision_no = null
                        where decision_no = ? and (prior_settled_by is not null or prior_decision_no is not null)
                            and exists (select 1 from decision d where d.decision_no = ? and d.case_no is not null)""").params(number, number).update();
        register.client().sql("""
                        delete from review_row where decision_no = ?
                            and exists (select 1 from decision d where d.decision_no = ? and d.case_no is not null)""").params(number, number).update();
        register.client().sql("""
                        update claim_case set state = 'OPEN'
                        where case_no = (select case_no from decision where decision_no = ?)""").param(number).update();
    }

    /** Cases that only rows which it freed are about: nobody claims anything there any more. */
    private void forgetCases() {
        register.client().sql("""
                        delete from claim_case where state = 'OPEN' and exists (
                                select 1 from review_row s where s.decision_no = ? and s.state = 'FREED'
                                    and s.ref = concat('case:', claim_case.case_no))
                            and not exists (select 1 from drop_row r join row_outcome o on o.row_id = r.row_id
                                where r.nik = claim_case.nik and o.ref = concat('case:', claim_case.case_no))
                            and not exists (select 1 from drop_row r join review_row s on s.row_id = r.row_id
                                where r.nik = claim_case.nik and s.ref = concat('case:', claim_case.case_no)
                                    and coalesce(s.decision_no, 0) <> ?)""").params(number, number).update();
    }
}
