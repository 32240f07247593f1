package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.disk.Journal;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RestoredRegister;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Brings an empty register to where the journal says the lost one stood: each record is done again by the step of its
 * kind, and nothing is judged. A new kind of record is a line in one of the {@code Replayed…} classes.
 */
public final class Replay implements AutoCloseable {

    /** Kinds that a further record of the same transaction always follows: a journal that ends with one ends too early. */
    private static final Set<String> UNFINISHED = Set.of(
            "outcomes",
            "cases",
            "denied",
            "reviews",
            "review-closed",
            "freed",
            "proposed",
            "proposals-void",
            "promoted",
            "decision",
            "decision-undone",
            "cases-over",
            "notice",
            "batch-opened",
            "batch-lines",
            "answer-rows",
            "purged-rows",
            "purged-answers",
            "resend-opened",
            "resend-lines");

    private final Register register;
    private final ReplayedOutcomes outcomes;
    private final Map<String, Step> kinds = new HashMap<>();

    /** To replay into a register that is empty; {@code purged} knows the whole journal. */
    public Replay(Register register, Home home, PurgedPeople purged) {
        this.register = register;
        DropLog log = new DropLog(register);
        RowShelf rows = new RowShelf(register);
        DropSteps steps = new DropSteps(register);
        this.outcomes = new ReplayedOutcomes(register, log, steps, rows, home, purged);
        outcomes.addTo(kinds);
        new ReplayedReceipts(log, steps, new UndoShelf(register), rows, home).addTo(kinds);
        new ReplayedEnrolment(register).addTo(kinds);
        new ReplayedLeavers(register).addTo(kinds);
        new ReplayedAnswers(register, home, purged).addTo(kinds);
        new ReplayedSilence(register).addTo(kinds);
        new ReplayedNotices(register).addTo(kinds);
        new ReplayedDecisions(register).addTo(kinds);
        new ReplayedIuran(register).addTo(kinds);
        new ReplayedPurges(register).addTo(kinds);
    }

    /** Does again what one record says. */
    @FunctionalInterface
    interface Step {

        void replay(JsonNode facts);
    }

    /** What a replay asks of the home around the register. */
    public interface Home {

        /** The people of an archived drop. */
        People open(LoggedDrop drop);

        /** Whether its programme keeps nothing. */
        boolean isPractice(LoggedDrop drop);

        /**
         * Reads the rows of an archived answer file, chunk by chunk.
         *
         * @throws OperatorNeeded when it is gone, or cannot be read any more
         */
        void readAnswers(AnswerFile file, Consumer<List<AnswerRow>> chunks);

        /** Whether the drop's reply lies where it was put. */
        boolean isAnswered(LoggedDrop drop);
    }

    /** One pass over the rows of an archived drop. */
    public interface People extends AutoCloseable {

        /**
         * The row with the person's data, as it is written by the rules that the drop goes by.
         *
         * @param known the row without the person; asked for in file order
         * @throws OperatorNeeded when the archived file does not hold the person any more
         */
        JudgedRow with(JudgedRow known, Outcome outcome);

        @Override
        void close();
    }

    /** Whether a whole journal can end with a record of the kind. */
    public static boolean mayEndWith(String record) {
        return !UNFINISHED.contains(kindOf(record));
    }

    /** By its place, which is fixed, so that a long record need not be parsed twice. */
    static String kindOf(String record) {
        String before = "\"kind\":\"";
        int at = record.indexOf(before);
        return at < 0 ? "" : record.substring(at + before.length(), record.indexOf('"', at + before.length()));
    }

    /**
     * Does one record again.
     *
     * @throws OperatorNeeded when this program does not know its kind: a later one wrote it
     */
    public void apply(long seq, String record) {
        String kind = kindOf(record);
        Step step = kinds.get(kind);
        if (step == null) {
            throw new OperatorNeeded("journal.unknown-kind", seq, kind);
        }
        register.runInTransaction(() -> step.replay(Json.readTree(record)));
    }

    /** How many rows have been brought back so far. */
    public long rows() {
        return outcomes.rows();
    }

    /** The counters go on behind what was replayed; {@code last} is the journal's last record. */
    public RestoredRegister finish(Journal.Mark last) {
        return register.inTransaction(() -> {
            count("receipt", "select coalesce(max(receipt), 0) from drop_log");
            count("batch", "select coalesce(max(batch_id), 0) from batch");
            count("review", "select coalesce(max(review_no), 0) from review");
            count("proposal", "select coalesce(max(number), 0) from leaver_proposal");
            count("answer", "select coalesce(max(answer_no), 0) from answer_file");
            count("case", "select coalesce(max(case_no), 0) from claim_case");
            count("decision", "select coalesce(max(decision_no), 0) from decision");
            count("purge", "select coalesce(max(purge_no), 0) from purge");
            count("notice", "select coalesce(max(notice_no), 0) from notice");
            register.client()
                    .sql("update counter set last_given = ? where name = 'journal'")
                    .param(last.seq())
                    .update();
            new JournalOutbox(register).note(last);
            return new RestoredRegister(
                    last.seq(),
                    ask("select count(*) from drop_log"),
                    outcomes.rows(),
                    ask("select count(*) from entry"),
                    ask("select count(*) from batch"),
                    ask("select count(*) from night"),
                    ask("select count(*) from drop_log where step in ('RECEIVED', 'READ', 'SETTLED')"),
                    ask("select count(*) from batch where state <> 'SENT'"));
        });
    }

    private void count(String counter, String last) {
        register.client()
                .sql("update counter set last_given = greatest(last_given, (" + last + ")) where name = ?")
                .param(counter)
                .update();
    }

    private long ask(String count) {
        return register.client().sql(count).query(Long.class).single();
    }

    @Override
    public void close() {
        outcomes.close();
    }
}
