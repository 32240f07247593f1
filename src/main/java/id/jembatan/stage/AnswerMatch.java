package id.jembatan.stage;

import org.jspecify.annotations.Nullable;

/**
 * Which line each row of an answer file means, and what becomes of the row: the same as if the rows came one by one, but by
 * statements over the whole file (SPEC section 9). Works inside the transaction that has the turn.
 */
final class AnswerMatch {

    /** Lines that a branch has, under the REF that it was told first. */
    private static final String SENT = " b.kind <> 'RESEND' and b.state <> 'FROZEN' ";

    /** Whether a row and a line's answer are the same answer. */
    private static final String SAME = " ((a.verdict = 'REFUSED' and answer_row.verdict = 'REFUSED')"
            + " or (a.verdict <> 'REFUSED' and answer_row.verdict <> 'REFUSED' and a.kpj = answer_row.kpj))";

    private final Register register;
    private final long answer;
    private final String branch;

    AnswerMatch(Register register, long answer, String branch) {
        this.register = register;
        this.answer = answer;
        this.branch = branch;
    }

    void settle() {
        register.analyze("answer_row");
        byRef();
        byEarlierReading();
        byNik();
        compareWithAnswers();
        answerFirst();
        compareWithAnswers();
        update(
                "update answer_row set reason = 'BY_NIK_AND_NAME' where answer_no = ? and rounded_nik is not null"
                        + " and outcome in ('SETTLED', 'REPEATED')",
                answer);
        flagKpjOfOthers();
        ask(register, answer);
    }

    /** A number that the branch has given to somebody else too is noted, and shown to both sides: which is wrong only it knows. */
    private void flagKpjOfOthers() {
        // lines of that number first, by its index, and only then whose they are: joined, H2 would go through all lines
        String nik = "(select d.nik from batch_line l join drop_row d on d.row_id = l.data_row_id"
                + " where l.batch_id = %1$s.batch_id and l.line_no = %1$s.line_no)";
        update("""
                update answer_row set reason = 'KPJ_OF_ANOTHER'
                where answer_no = ? and outcome = 'SETTLED' and verdict <> 'REFUSED' and exists (
                    select 1 from line_answer a where a.kpj = answer_row.kpj
                        and (a.batch_id <> answer_row.batch_id or a.line_no <> answer_row.line_no) and
                """ + String.format(nik, "a") + " <> " + String.format(nik, "answer_row") + ")", answer);
    }

    /** What of a file a person has to look at, on a shelf of its own: it is few, and status asks for it every time. */
    static void ask(Register register, long answer) {
        register.jdbc().update("""
                insert into answer_question (answer_no, pos)
                select answer_no, pos from answer_row
                where answer_no = ? and (outcome in ('CONTRADICTORY', 'REVIEW') or reason = 'KPJ_OF_ANOTHER')""", answer);
    }

    private void byRef() {
        byRefOfResend();
        update("""
                update answer_row set line_no = ref_line, batch_id = (
                    select b.batch_id from batch b join batch_line l on l.batch_id = b.batch_id
                    where b.number = answer_row.ref_batch and l.line_no = answer_row.ref_line and b.branch = ? and""" + SENT + """
                )
                where answer_no = ? and outcome is null and ref_batch is not null and batch_id is null""", branch, answer);
        update("""
                update answer_row set line_no = null, outcome = 'UNKNOWN', reason = case when exists (
                    select 1 from batch b join batch_line l on l.batch_id = b.batch_id
                    where b.number = answer_row.ref_batch and l.line_no = answer_row.ref_line and b.branch <> ? and""" + SENT + """
                ) then 'WRONG_BRANCH' else 'NO_SUCH_LINE' end
                where answer_no = ? and outcome is null and ref_batch is not null and batch_id is null""", branch, answer);
        update("""
                update answer_row set outcome = 'CONTRADICTORY', reason = 'REF_AND_NIK_DIFFER'
                where answer_no = ? and outcome is null and batch_id is not null and nik <> (
                    select d.nik from batch_line l join drop_row d on d.row_id = l.data_row_id
                    where l.batch_id = answer_row.batch_id and l.line_no = answer_row.line_no)""", answer);
    }

    /** Somebody wrote the number of the batch that sent a line again: meant is the line as it was sent first. */
    private void byRefOfResend() {
        for (String first : new String[] {"batch_id", "line_no"}) {
            update("update answer_row set " + first + " = (select l.ref_" + first + """
                     from batch b join batch_line l on l.batch_id = b.batch_id
                    where b.number = answer_row.ref_batch and l.line_no = answer_row.ref_line and b.branch = ?
                        and b.kind = 'RESEND' and b.state <> 'FROZEN')
                    where answer_no = ? and outcome is null and ref_batch is not null""", branch, answer);
        }
    }

    /** The same bytes mean the same lines, whatever has been sent since. */
    private void byEarlierReading() {
        @Nullable Long earlier = register.jdbc().queryForObject("""
                select min(f.answer_no) from answer_file f join answer_file t on t.sha256 = f.sha256 and t.branch = f.branch
                where t.answer_no = ? and f.answer_no < t.answer_no and f.refusal_code is null
                    and f.step in ('SETTLED', 'ANSWERED')""", Long.class, answer);
        if (earlier != null) {
            update("""
                    update answer_row set
                        batch_id = (select p.batch_id from answer_row p where p.answer_no = ? and p.pos = answer_row.pos),
                        line_no = (select p.line_no from answer_row p where p.answer_no = ? and p.pos = answer_row.pos)
                    where answer_no = ? and outcome is null and ref_batch is null""", earlier, earlier, answer);
        }
    }

    private void byNik() {
        update("delete from answering");
        findLines("d.nik = r.nik");
        findLines("d.nik between r.rounded_nik and r.rounded_nik + 9 and d.match_key = r.match_key");
        update("""
                update answer_row set outcome = 'UNKNOWN', reason = 'NO_SUCH_LINE'
                where answer_no = ? and outcome is null and batch_id is null
                    and not exists (select 1 from answering c where c.pos = answer_row.pos)""", answer);
        update("""
                update answer_row set outcome = 'REVIEW', reason = 'SEVERAL_LINES'
                where answer_no = ? and outcome is null and batch_id is null
                    and (select count(*) from answering c where c.pos = answer_row.pos and c.waits) > 1""", answer);
        // the one that waits; else the one that has this answer; else the last
        update("""
                update answer_row set batch_id = coalesce(
                    (select max(c.batch_id) from answering c where c.pos = answer_row.pos and c.waits),
                    (select max(c.batch_id) from answering c join line_answer a
                        on a.batch_id = c.batch_id and a.line_no = c.line_no
                        where c.pos = answer_row.pos and""" + SAME + """
                    ),
                    (select max(c.batch_id) from answering c where c.pos = answer_row.pos))
                where answer_no = ? and outcome is null and batch_id is null""", answer);
        update("""
                update answer_row set line_no = (select max(c.line_no) from answering c
                    where c.pos = answer_row.pos and c.batch_id = answer_row.batch_id)
                where answer_no = ? and outcome is null and line_no is null""", answer);
        update("delete from answering");
    }

    /** Lines of the branch whose person the rows without REF could mean. */
    private void findLines(String person) {
        update("""
                insert into answering (pos, batch_id, line_no, waits)
                select r.pos, l.batch_id, l.line_no, case when a.batch_id is null and not exists (
                        select 1 from answer_row o where o.batch_id = l.batch_id and o.line_no = l.line_no
                            and o.answer_no = r.answer_no and o.ref_batch is not null and o.outcome is null)
                    then true else false end
                from answer_row r
                join drop_row d on""" + " " + person + " " + """
                join batch_line l on l.data_row_id = d.row_id
                join batch b on b.batch_id = l.batch_id and b.branch = ? and""" + SENT + """
                left join line_answer a on a.batch_id = l.batch_id and a.line_no = l.line_no
                where r.answer_no = ? and r.outcome is null and r.batch_id is null""", branch, answer);
    }

    /** What an answered line is told again. */
    private void compareWithAnswers() {
        update("""
                update answer_row set outcome = 'REPEATED' where answer_no = ? and outcome is null and exists (
                    select 1 from line_answer a
                    where a.batch_id = answer_row.batch_id and a.line_no = answer_row.line_no and""" + SAME + ")", answer);
        update("""
                update answer_row set outcome = 'CONTRADICTORY', reason = 'ANSWERED_OTHERWISE'
                where answer_no = ? and outcome is null and exists (select 1 from line_answer a
                    where a.batch_id = answer_row.batch_id and a.line_no = answer_row.line_no)""", answer);
    }

    /** Of the rows for a line that has no answer the first gives it. */
    private void answerFirst() {
        // a MERGE looks each of them up; H2 would go through all rows for each in an UPDATE
        update("""
                merge into answer_row r using (
                    select min(pos) as first_pos from answer_row where answer_no = ? and outcome is null
                    group by batch_id, line_no) f
                on (r.answer_no = ? and r.pos = f.first_pos) when matched then update set outcome = 'SETTLED'""", answer, answer);
        apply(register, answer);
    }

    /** The settled rows are their lines' answers, and the people stand as the branch says. */
    static void apply(Register register, long answer) {
        register.jdbc().update("""
                insert into line_answer (batch_id, line_no, answer_no, pos, verdict, kpj)
                select batch_id, line_no, answer_no, pos, verdict, kpj from answer_row
                where answer_no = ? and outcome = 'SETTLED'""", answer);
        String answered = "merge into entry e using (select l.row_id as answered, a.kpj as card from line_answer a"
                + " join batch_line l on l.batch_id = a.batch_id and l.line_no = a.line_no"
                + " join batch b on b.batch_id = a.batch_id and b.kind = 'NEW'"
                + " where a.answer_no = ? and a.verdict";
        register.jdbc()
                .update(
                        answered
                                + " <> 'REFUSED') s on (e.row_id = s.answered) when matched then update set kpj = s.card,"
                                + " state = case when e.state in ('STAGED', 'SENT') then 'ACTIVE' else e.state end",
                        answer);
        // also who has ended: refused and then over, or over and then refused, is the same end
        register.jdbc()
                .update(
                        answered
                                + " = 'REFUSED') s on (e.row_id = s.answered) when matched then update set state = 'REFUSED',"
                                + " ended_on = null, end_reason = null",
                        answer);
    }

    private void update(String sql, Object... parameters) {
        register.jdbc().update(sql, parameters);
    }
}
