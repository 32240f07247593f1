package id.jembatan.stage;

import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.SettlementLedger.ReviewJudge;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reviews and the rows that stand under them. A review is of one NIK in one regency; its rows may lie in several drops of
 * several programmes.
 */
final class Reviews {

    private final Register register;
    private final JournalOutbox journal;
    private final Standings standings;
    private final RegencyCode regency;
    private final long receipt;

    /** For what one receipt does to the reviews of its regency. */
    Reviews(Register register, ProgrammeNumbers programmes, RegencyCode regency, long receipt) {
        this.register = register;
        this.journal = new JournalOutbox(register);
        this.standings = new Standings(register, programmes);
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
                            and not exists (select 1 from review_row s
                                where s.row_id = o.row_id and s.state = 'DENIED')
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

    private void openOne(long nik) {
        openUnder(register.next("review"), nik);
    }

    /** Under a number that was given. */
    void openUnder(long number, long nik) {
        register.client()
                .sql("insert into review (review_no, regency, nik, opened_by, closed) values (?, ?, ?, ?, false)")
                .params(number, regency.value(), nik, receipt)
                .update();
    }

    /** The open review of the NIK; one is opened where there is none. */
    long findOrOpen(long nik) {
        Optional<Long> open = findOpen(nik);
        if (open.isEmpty()) {
            openOne(nik);
            return findOpen(nik).orElseThrow();
        }
        return open.get();
    }

    private Optional<Long> findOpen(long nik) {
        return register.client()
                .sql("select review_no from review where nik = ? and regency = ? and closed = false")
                .params(nik, regency.value())
                .query(Long.class)
                .optional();
    }

    boolean exists(long number) {
        return register.client()
                .sql("select exists (select 1 from review where review_no = ?)")
                .param(number)
                .query(Boolean.class)
                .single();
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
            judge.begin(
                    standings.of(review.nik()).stream()
                            .filter(standing -> standing.programme().regency().equals(regency))
                            .toList(),
                    new Verdicts(register, regency).ownersOf(review.nik()));
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
                journal.add("review-closed", Map.of("review", review.number(), "receipt", receipt));
            }
        }
    }

    /** The drop's own rows are judged with the drop; rows of others are freed. */
    void close(long review, long first, long last) {
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
    }

    /**
     * A programme is over: its rows wait for nobody any more, and a review ends with its last row.
     *
     * @return how many rows waited
     */
    static int leave(Register register, int programme) {
        int left = register.client().sql("""
                        update review_row set state = 'PAST'
                        where state = 'STANDS' and exists (select 1 from drop_log l
                            where l.receipt = review_row.row_id / 100000000 and l.programme_no = ?)""").param(programme).update();
        register.client().sql("""
                        update review set closed = true
                        where closed = false and not exists (select 1 from review_row s
                            where s.review_no = review.review_no and s.state = 'STANDS')""").update();
        return left;
    }

    /** An open review. */
    private record Review(long number, long nik) {}
}
