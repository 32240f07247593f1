package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Notice;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.SettlementLedger.FreedDecision;
import id.jembatan.domain.SettlementLedger.FreedRow;
import id.jembatan.domain.SettlementLedger.FreedRowJudge;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rows that a closed review has freed get their outcome after all, in their old order. */
final class FreedLedger {

    private static final int AT_A_TIME = 500;

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final Versions versions;
    private final Standings standings;
    private final Reviews reviews;
    private final By by;
    private final long number;

    /** The place in the queue of all that is freed at once; 0 until the first is settled. */
    private long queue;

    /** Who frees. */
    private enum By {
        /** A drop that repairs. */
        RECEIPT("settled_by"),
        /** A decision of a person. */
        DECISION("decision_no");

        private final String column;

        By(String column) {
            this.column = column;
        }

        private String fact() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Of the rows that the drop with this receipt has freed. */
    static FreedLedger byReceipt(Register register, ProgrammeNumbers programmes, Reviews reviews, long receipt) {
        return new FreedLedger(register, programmes, reviews, By.RECEIPT, receipt);
    }

    /** Of the rows that a decision has freed. */
    static FreedLedger byDecision(Register register, ProgrammeNumbers programmes, Reviews reviews, long decision) {
        return new FreedLedger(register, programmes, reviews, By.DECISION, decision);
    }

    private FreedLedger(Register register, ProgrammeNumbers programmes, Reviews reviews, By by, long number) {
        this.register = register;
        this.programmes = programmes;
        this.journal = new JournalOutbox(register);
        this.versions = new Versions(register);
        this.standings = new Standings(register, programmes);
        this.reviews = reviews;
        this.by = by;
        this.number = number;
    }

    /** Settles what has been freed, as the judge says; who is no longer under review is told so. */
    void settle(FreedRowJudge judge, Notices notices) {
        List<Long> next = listNext();
        while (!next.isEmpty()) {
            for (long rowId : next) {
                FreedRow row = get(rowId);
                FreedDecision decision = judge.decide(row);
                long review = settle(row, decision);
                if (review == 0) {
                    notices.tell(rowId, Notice.Became.of(decision.outcome()), decision.ref());
                }
                journal.add(
                        "freed",
                        Map.of(
                                "row",
                                rowId,
                                by.fact(),
                                number,
                                "outcome",
                                decision.outcome().name(),
                                "ref",
                                decision.ref(),
                                "entry",
                                decision.entryRowId(),
                                "review",
                                review));
            }
            next = listNext();
        }
    }

    /** Settles one as the record of it says. */
    void replay(JsonNode facts) {
        FreedRow row = get(facts.get("row").asLong());
        FreedDecision decision = new FreedDecision(
                Outcome.valueOf(facts.get("outcome").asText()),
                facts.get("entry").asLong(),
                facts.get("ref").asText());
        long review = facts.get("review").asLong();
        if (decision.outcome() == Outcome.REVIEW && !reviews.exists(review)) {
            register.raise("review", review);
            reviews.openUnder(review, row.worker().nik().value());
        }
        settle(row, decision);
    }

    private List<Long> listNext() {
        return register.client()
                .sql("select row_id from review_row where state = 'FREED' and outcome is null and " + by.column + " = ?"
                        + " order by row_id fetch first " + AT_A_TIME + " rows only")
                .param(number)
                .query(Long.class)
                .list();
    }

    /** Gives the review under which it stands again; 0 when it does not. */
    private long settle(FreedRow row, FreedDecision decision) {
        queue = queue == 0 ? register.next("queue") : queue;
        if (decision.outcome() == Outcome.REVIEW) {
            long review = reviews.findOrOpen(row.worker().nik().value());
            register.client()
                    .sql("update review_row set state = 'STANDS', review_no = ?, settled_by = null where row_id = ?")
                    .params(review, row.rowId())
                    .update();
            return review;
        }
        register.client()
                .sql("update review_row set outcome = ?, ref = ? where row_id = ?")
                .params(decision.outcome().name(), decision.ref().isEmpty() ? null : decision.ref(), row.rowId())
                .update();
        switch (decision.outcome()) {
            case UPDATED -> versions.turn(decision.entryRowId(), row.rowId());
            case ACCEPTED, WAITLISTED -> enter(row, decision.outcome());
            default -> {
                // no entry of its own
            }
        }
        return 0;
    }

    private FreedRow get(long rowId) {
        return register.client()
                .sql("select l.programme_no, d.base, d.sheet, " + WorkerColumns.listed("d") + """
                         from drop_row d join drop_log l on l.receipt = ?
                        where d.row_id = ?""")
                .params(RowId.receipt(rowId), rowId)
                .query((row, i) -> toFreed(rowId, row))
                .single();
    }

    private FreedRow toFreed(long rowId, ResultSet row) throws SQLException {
        ProgrammeKey programme = programmes.keyOf(row.getInt(1));
        var worker = WorkerColumns.get(row, 4);
        return new FreedRow(
                rowId,
                programme,
                worker,
                row.getBigDecimal(2),
                standings.of(worker.nik().value()),
                new Verdicts(register, programme.regency())
                        .ownersOf(worker.nik().value()),
                twin(rowId, worker.nik(), row.getInt(3)));
    }

    /** The first row of the same drop and NIK that has been freed before, as a DUPLICATE names it. */
    private String twin(long rowId, NationalId nik, int sheet) {
        return register.client()
                .sql("""
                        select r.row_no, r.sheet, l.sheets from review_row v
                        join drop_row r on r.row_id = v.row_id
                        join drop_log l on l.receipt = ?
                        where v.row_id between ? and ? and v.state = 'FREED' and v.outcome is not null and r.nik = ?
                        order by v.row_id fetch first 1 rows only""")
                .params(RowId.receipt(rowId), RowId.first(RowId.receipt(rowId)), rowId - 1, nik.value())
                .query((row, i) -> {
                    String name = Json.readTexts(row.getString(3)).get(row.getInt(2));
                    return new RowPlace(name, row.getInt(1)).seenFrom(row.getInt(2) == sheet ? name : "");
                })
                .optional()
                .orElse("");
    }

    private void enter(FreedRow row, Outcome outcome) {
        register.client()
                .sql("""
                        insert into entry (row_id, programme_no, state, data_row_id, base, queue)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        row.rowId(),
                        programmes.numberOf(row.programme()),
                        outcome == Outcome.ACCEPTED ? "STAGED" : "WAITLISTED",
                        row.rowId(),
                        row.base(),
                        queue)
                .update();
    }
}
