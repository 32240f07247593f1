package id.jembatan.stage;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RowId;
import id.jembatan.domain.SettlementLedger.FreedDecision;
import id.jembatan.domain.SettlementLedger.FreedRow;
import id.jembatan.domain.SettlementLedger.FreedRowJudge;
import id.jembatan.domain.SettlementLedger.ReviewJudge;
import id.jembatan.domain.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reviews and the rows that stand under them. A review is of one NIK in one regency; its rows may lie in several drops of
 * several programmes.
 */
final class Reviews {

    private static final int AT_A_TIME = 500;

    private static final String LIVE = "('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')";

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;
    private final Versions versions;
    private final RegencyCode regency;
    private final long receipt;

    /** For what one receipt does to the reviews of its regency. */
    Reviews(Register register, ProgrammeNumbers programmes, RegencyCode regency, long receipt) {
        this.register = register;
        this.programmes = programmes;
        this.journal = new JournalOutbox(register);
        this.versions = new Versions(register);
        this.regency = regency;
        this.receipt = receipt;
    }

    /** The drop's rows that a person must decide stand under their NIK's review, which is opened where there is none. */
    void open(long first, long last) {
        List<Long> niks = register.client()
                .sql("""
                        select distinct r.nik from row_outcome o join drop_row r on r.row_id = o.row_id
                        where o.row_id between ? and ? and o.outcome = 'REVIEW'
                            and not exists (select 1 from review v
                                where v.nik = r.nik and v.regency = ? and v.closed = false)
                        order by r.nik""")
                .params(first, last, regency.value())
                .query(Long.class)
                .list();
        niks.forEach(this::openOne);
        register.client().sql("""
                        insert into review_row (row_id, review_no, state)
                        select o.row_id, v.review_no, 'STANDS'
                        from row_outcome o
                        join drop_row r on r.row_id = o.row_id
                        join review v on v.nik = r.nik and v.regency = ? and v.closed = false
                        where o.row_id between ? and ? and o.outcome = 'REVIEW'
                            and not exists (select 1 from review_row s where s.row_id = o.row_id)""").params(regency.value(), first, last).update();
    }

    private long openOne(long nik) {
        long number = register.next("review");
        register.client()
                .sql("insert into review (review_no, regency, nik, opened_by, closed) values (?, ?, ?, ?, false)")
                .params(number, regency.value(), nik, receipt)
                .update();
        return number;
    }

    /** Repaired rows of the drop stand in the place of the rows that they name, and of earlier repairs of the same row. */
    void replace(long first, long last) {
        register.client()
                .sql("""
                        update review_row set state = 'REPLACED', settled_by = ?
                        where state = 'STANDS' and row_id < ? and (
                            row_id in (select of_row_id from repair where row_id between ? and ?)
                            or row_id in (select root_row_id from repair where row_id between ? and ?)
                            or row_id in (select p.row_id from repair p join repair m
                                on m.root_row_id = p.root_row_id where m.row_id between ? and ?))""")
                .params(receipt, first, first, last, first, last, first, last)
                .update();
        register.client().sql("""
                        insert into review_row (row_id, review_no, state)
                        select m.row_id, min(v.review_no), 'STANDS'
                        from review_row s
                        join review v on v.review_no = s.review_no
                        left join repair p on p.row_id = s.row_id
                        join repair m on m.row_id between ? and ?
                            and m.root_row_id = coalesce(p.root_row_id, s.row_id)
                        join drop_row r on r.row_id = m.row_id and r.nik = v.nik
                        where s.state = 'REPLACED' and s.settled_by = ?
                        group by m.row_id""").params(first, last, receipt).update();
    }

    /** Shows the reviews that {@link #replace} touched, and closes those that are over; their other rows are freed. */
    void closeTouched(long first, long last, ReviewJudge judge) {
        List<Review> touched = register.client()
                .sql("""
                        select v.review_no, v.nik from review v
                        where v.closed = false and exists (select 1 from review_row s
                            where s.review_no = v.review_no and s.state = 'REPLACED' and s.settled_by = ?)
                        order by v.review_no""")
                .param(receipt)
                .query((row, i) -> new Review(row.getLong(1), row.getLong(2)))
                .list();
        for (Review review : touched) {
            judge.begin(standings(review.nik()).stream()
                    .filter(standing -> standing.programme().regency().equals(regency))
                    .toList());
            register.jdbc()
                    .query(
                            "select " + WorkerColumns.listed("d") + """
                             from review_row s join drop_row d on d.row_id = s.row_id
                            where s.review_no = ? and s.state = 'STANDS' order by s.row_id""",
                            row -> {
                                judge.row(WorkerColumns.get(row, 1));
                            },
                            review.number());
            if (judge.isOver()) {
                close(review.number(), first, last);
            }
        }
    }

    /** The drop's own rows are judged with the drop; rows of others are freed. */
    private void close(long review, long first, long last) {
        register.client()
                .sql("delete from review_row where review_no = ? and state = 'STANDS' and row_id between ? and ?")
                .params(review, first, last)
                .update();
        register.client()
                .sql("update review_row set state = 'FREED', settled_by = ? where review_no = ? and state = 'STANDS'")
                .params(receipt, review)
                .update();
        register.client()
                .sql("update review set closed = true where review_no = ?")
                .param(review)
                .update();
        journal.add("review-closed", Map.of("review", review, "receipt", receipt));
    }

    /** Settles what has been freed, in the old order. */
    void settleFreed(FreedRowJudge judge) {
        long queue = 0;
        List<Long> next = nextFreed();
        while (!next.isEmpty()) {
            queue = queue == 0 ? register.next("queue") : queue;
            for (long rowId : next) {
                settle(rowId, judge, queue);
            }
            next = nextFreed();
        }
    }

    private List<Long> nextFreed() {
        return register.client()
                .sql("select row_id from review_row where state = 'FREED' and outcome is null and settled_by = ?"
                        + " order by row_id fetch first " + AT_A_TIME + " rows only")
                .param(receipt)
                .query(Long.class)
                .list();
    }

    private void settle(long rowId, FreedRowJudge judge, long queue) {
        FreedRow row = get(rowId);
        FreedDecision decision = judge.decide(row);
        long nik = row.worker().nik().value();
        if (decision.outcome() == Outcome.REVIEW) {
            long review = findOpen(nik).orElseGet(() -> openOne(nik));
            register.client()
                    .sql("update review_row set state = 'STANDS', review_no = ?, settled_by = null where row_id = ?")
                    .params(review, rowId)
                    .update();
        } else {
            register.client()
                    .sql("update review_row set outcome = ?, ref = ? where row_id = ?")
                    .params(decision.outcome().name(), decision.ref().isEmpty() ? null : decision.ref(), rowId)
                    .update();
        }
        switch (decision.outcome()) {
            case UPDATED -> versions.turn(decision.entryRowId(), rowId);
            case ACCEPTED, WAITLISTED -> enter(row, decision.outcome(), queue);
            default -> {
                // no entry of its own
            }
        }
        journal.add(
                "freed",
                Map.of(
                        "row",
                        rowId,
                        "receipt",
                        receipt,
                        "outcome",
                        decision.outcome().name(),
                        "ref",
                        decision.ref()));
    }

    private Optional<Long> findOpen(long nik) {
        return register.client()
                .sql("select review_no from review where nik = ? and regency = ? and closed = false")
                .params(nik, regency.value())
                .query(Long.class)
                .optional();
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
                standings(worker.nik().value()),
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
                    return new id.jembatan.domain.RowPlace(name, row.getInt(1))
                            .seenFrom(row.getInt(2) == sheet ? name : "");
                })
                .optional()
                .orElse("");
    }

    private List<Standing> standings(long nik) {
        return register.client()
                .sql("select e.row_id, e.programme_no, e.state, " + WorkerColumns.listed("d") + """
                         from drop_row f
                        join entry e on e.row_id = f.row_id and e.state in\s""" + LIVE + """
                         join drop_row d on d.row_id = e.data_row_id
                        where f.nik = ? order by e.row_id""")
                .param(nik)
                .query((row, i) -> new Standing(
                        row.getLong(1),
                        programmes.keyOf(row.getInt(2)),
                        EntryState.valueOf(row.getString(3)),
                        WorkerColumns.get(row, 4)))
                .list();
    }

    private void enter(FreedRow row, Outcome outcome, long queue) {
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

    /** A programme is over: its rows wait for nobody any more, and a review ends with its last row. */
    static void leave(Register register, int programme) {
        register.client().sql("""
                        update review_row set state = 'PAST'
                        where state = 'STANDS' and exists (select 1 from drop_log l
                            where l.receipt = review_row.row_id / 100000000 and l.programme_no = ?)""").param(programme).update();
        register.client().sql("""
                        update review set closed = true
                        where closed = false and not exists (select 1 from review_row s
                            where s.review_no = review.review_no and s.state = 'STANDS')""").update();
    }

    /** An open review. */
    private record Review(long number, long nik) {}
}
