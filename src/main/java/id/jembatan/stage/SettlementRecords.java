package id.jembatan.stage;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the journal gets of a settlement, so that a rebuild can replay it without judging anew: every row's outcome, the
 * cases and reviews that it opened, and at the end what the log says of the drop.
 */
final class SettlementRecords {

    private static final int NUMBERS_PER_RECORD = 2_000;

    private static final String ROWS = """
            select r.sheet, r.row_no, o.outcome, r.codes, r.base, r.wage, o.ref, a.other_row_id, p.of_row_id,
                n.leaves_on, n.reason
            from drop_row r join row_outcome o on o.row_id = r.row_id
            left join look_alike a on a.row_id = r.row_id
            left join repair p on p.row_id = r.row_id
            left join leaving n on n.row_id = r.row_id
            where r.row_id between ? and ?
            order by r.row_id""";

    private static final String CASES =
            "select case_no, entry_row_id from claim_case where case_no > ? order by case_no";

    private static final String REVIEWS = """
            select v.review_no, min(r.row_id) from review v
            join drop_row r on r.nik = v.nik and r.row_id between ? and ?
            where v.review_no > ? group by v.review_no order by v.review_no""";

    private static final String DENIED = """
            select row_id, decision_no from review_row
            where row_id between ? and ? and state = 'DENIED' order by row_id""";

    private final Register register;
    private final JournalOutbox journal;
    private final LoggedDrop drop;
    private final long receipt;

    SettlementRecords(Register register, JournalOutbox journal, LoggedDrop drop) {
        this.register = register;
        this.journal = journal;
        this.drop = drop;
        this.receipt = drop.receipt().number();
    }

    /**
     * Adds all of it; the record that ends it is the last.
     *
     * @param lastCase the last case that stood before
     * @param lastReview the last review that stood before
     */
    void add(long lastCase, long lastReview) {
        addOutcomes();
        addNumbers("cases", CASES, lastCase);
        addNumbers("denied", DENIED, RowId.first(receipt), RowId.last(receipt));
        addNumbers("reviews", REVIEWS, RowId.first(receipt), RowId.last(receipt), lastReview);
        journal.add("settled", facts());
    }

    private void addOutcomes() {
        OutcomeRecords records = new OutcomeRecords(journal, receipt);
        register.jdbc()
                .query(
                        ROWS,
                        row -> {
                            records.add(new OutcomeRecords.Row(
                                    row.getInt(1),
                                    row.getInt(2),
                                    Outcome.valueOf(row.getString(3)),
                                    row.getString(4),
                                    row.getBigDecimal(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getLong(8),
                                    row.getLong(9),
                                    row.getObject(10, LocalDate.class),
                                    row.getString(11)));
                        },
                        RowId.first(receipt),
                        RowId.last(receipt));
        records.finish();
    }

    /** As {@link #add}, of a list of leavers: it opens nothing. */
    void addLeavers() {
        addOutcomes();
        journal.add("settled", facts());
    }

    /** Numbers that were given, each with the row that names the person. */
    private void addNumbers(String kind, String sql, Object... parameters) {
        Map<Long, Long> numbers = new TreeMap<>();
        register.jdbc()
                .query(
                        sql,
                        row -> {
                            numbers.put(row.getLong(1), row.getLong(2));
                            if (numbers.size() == NUMBERS_PER_RECORD) {
                                addNumbers(kind, numbers);
                            }
                        },
                        parameters);
        addNumbers(kind, numbers);
    }

    private void addNumbers(String kind, Map<Long, Long> numbers) {
        if (!numbers.isEmpty()) {
            journal.add(kind, Map.of("receipt", receipt, "rows", new TreeMap<>(numbers)));
            numbers.clear();
        }
    }

    private Map<String, Object> facts() {
        RowCounts outcomes = drop.outcomes();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receipt", receipt);
        facts.put("read", outcomes.read());
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.ENDED || drop.receipt().leavers()) {
                facts.put(RowCounts.nameOf(outcome), outcomes.of(outcome));
            }
        }
        facts.put("sheets", drop.sheets());
        facts.put("reading", Json.embed(drop.reading()));
        drop.places().ifPresent(places -> facts.put("places", Json.embed(places)));
        if (drop.proposed().isPresent()) {
            facts.put("proposed", drop.proposed().getAsLong());
        }
        drop.repair().ifPresent(repair -> facts.put("repair", Json.embed(repair)));
        return facts;
    }
}
