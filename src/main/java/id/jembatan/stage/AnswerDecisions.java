package id.jembatan.stage;

import id.jembatan.domain.AnswerDecided;
import id.jembatan.domain.AnswerQuestion;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.Notice;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a person decides of a row of an answer that could mean more than one thing (SPEC sections 6 and 9). */
public final class AnswerDecisions {

    private final Register register;
    private final AnswerQuestions questions;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public AnswerDecisions(Register register) {
        this.register = register;
        this.questions = new AnswerQuestions(register);
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /**
     * What is decided.
     *
     * @param line whose answer the row is; empty where it counts for nothing
     * @param version of what was looked at
     */
    public record Asked(
            long answer,
            int position,
            Optional<LineRef> line,
            String version,
            String by,
            String reason,
            LocalDate day) {

        /** Without the reason, which may name a person. */
        @Override
        public String toString() {
            return "answer:" + answer + "." + position;
        }
    }

    /**
     * Decides a question that waits and has not moved; whoever is refused by it is told to the office.
     *
     * @param hasPlace whether somebody who was refused can have a place again
     */
    public AnswerDecided decide(Asked asked, Predicate<AnswerQuestion.Line> hasPlace) {
        return register.inTransaction(() -> {
            register.takeTurn();
            AnswerQuestion question =
                    questions.find(asked.answer(), asked.position()).orElseThrow();
            if (!question.open()) {
                return AnswerDecided.NOT_OPEN;
            }
            if (!question.version().equals(asked.version())) {
                return AnswerDecided.MOVED;
            }
            if (asked.line().isPresent()) {
                AnswerQuestion.Line line = question.lines().stream()
                        .filter(each -> each.ref().equals(asked.line().get()))
                        .findFirst()
                        .orElseThrow();
                Optional<AnswerDecided> hindered = hindrance(question, line, hasPlace);
                if (hindered.isPresent()) {
                    return hindered.get();
                }
                if (question.verdict() == AnswerVerdict.REFUSED && line.state() != EntryState.REFUSED) {
                    tellRefused(line.ref(), asked.day());
                }
            }
            apply(asked);
            record(asked);
            return AnswerDecided.DONE;
        });
    }

    private Optional<AnswerDecided> hindrance(
            AnswerQuestion question, AnswerQuestion.Line line, Predicate<AnswerQuestion.Line> hasPlace) {
        if (line.state() != EntryState.REFUSED || question.verdict() == AnswerVerdict.REFUSED) {
            return Optional.empty();
        }
        boolean again = register.client()
                .sql("""
                        select exists (select 1 from drop_row d join entry e on e.row_id = d.row_id
                        where d.nik = ? and e.programme_no = ? and e.state not in ('REFUSED', 'ENDED'))""")
                .params(line.nik().value(), programmes.numberOf(line.programme()))
                .query(Boolean.class)
                .single();
        return again
                ? Optional.of(AnswerDecided.CAME_AGAIN)
                : hasPlace.test(line) ? Optional.empty() : Optional.of(AnswerDecided.NO_PLACE);
    }

    private void tellRefused(LineRef ref, LocalDate day) {
        Notices notices = new Notices(register, journal, Notice.Cause.ANSWER, day);
        notices.tell(
                register.client()
                        .sql("select l.data_row_id from batch_line l join batch b on b.batch_id = l.batch_id"
                                + " where b.number = ? and l.line_no = ? and b.kind = 'NEW'")
                        .params(ref.batch(), ref.line())
                        .query(Long.class)
                        .single(),
                Notice.Became.REFUSED,
                "");
        notices.close();
    }

    private void record(Asked asked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answer", asked.answer());
        facts.put("row", asked.position());
        asked.line().ifPresent(line -> facts.put("line", line.toString()));
        facts.put("day", asked.day().toString());
        facts.put("by", asked.by());
        facts.put("reason", asked.reason());
        journal.add("answer-decided", facts);
    }

    /** What is decided, without asking whether it may be. */
    void apply(Asked asked) {
        @Nullable
        Long batch = asked.line()
                .map(line -> register.client()
                        .sql("select batch_id from batch where number = ?")
                        .param(line.batch())
                        .query(Long.class)
                        .single())
                .orElse(null);
        @Nullable Integer line = asked.line().map(LineRef::line).orElse(null);
        // what is turned down: the line's answer so far, or this one
        String turnedDown = batch == null
                ? "(select %1$s from answer_row r where r.answer_no = answer_question.answer_no and r.pos = answer_question.pos)"
                : "(select %1$s from line_answer a where a.batch_id = " + batch + " and a.line_no = " + line + ")";
        register.client()
                .sql("update answer_question set decided_on = ?, batch_id = ?, line_no = ?, actor = ?, reason = ?,"
                        + " not_verdict = " + String.format(turnedDown, "verdict") + ", not_kpj = "
                        + String.format(turnedDown, "kpj") + " where answer_no = ? and pos = ?")
                .params(asked.day(), batch, line, asked.by(), asked.reason(), asked.answer(), asked.position())
                .update();
        if (batch == null) {
            return;
        }
        register.jdbc().update("delete from line_answer where batch_id = ? and line_no = ?", batch, line);
        register.jdbc().update("""
                        insert into line_answer (batch_id, line_no, answer_no, pos, verdict, kpj)
                        select cast(? as bigint), cast(? as int), answer_no, pos, verdict, kpj from answer_row
                        where answer_no = ? and pos = ?""", batch, line, asked.answer(), asked.position());
        String answered = "merge into entry e using (select l.row_id as answered, a.kpj as card from line_answer a"
                + " join batch_line l on l.batch_id = a.batch_id and l.line_no = a.line_no"
                + " join batch b on b.batch_id = a.batch_id and b.kind = 'NEW'"
                + " where a.batch_id = ? and a.line_no = ? and a.verdict";
        register.jdbc()
                .update(
                        answered
                                + " <> 'REFUSED') s on (e.row_id = s.answered) when matched then update set kpj = s.card,"
                                + " state = case when e.state = 'ENDED' then 'ENDED' else 'ACTIVE' end",
                        batch,
                        line);
        register.jdbc()
                .update(
                        answered
                                + " = 'REFUSED') s on (e.row_id = s.answered) when matched then update set kpj = null,"
                                + " state = 'REFUSED', ended_on = null, end_reason = null",
                        batch,
                        line);
    }
}
