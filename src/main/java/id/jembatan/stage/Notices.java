package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Notice;
import id.jembatan.domain.RowId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction has to tell the offices of rows that earlier replies told otherwise: a notice for each drop that is
 * concerned. Not thread-safe; {@link #close} ends it, inside the transaction.
 */
final class Notices {

    private static final int AT_A_TIME = 1_000;
    private static final int ROWS_PER_RECORD = 4_000;

    private final Register register;
    private final JournalOutbox journal;
    private final Notice.Cause cause;
    private final LocalDate day;
    private final Map<Long, Long> numbers = new LinkedHashMap<>();
    private final List<Object[]> waiting = new ArrayList<>();

    Notices(Register register, JournalOutbox journal, Notice.Cause cause, LocalDate day) {
        this.register = register;
        this.journal = journal;
        this.cause = cause;
        this.day = day;
    }

    /** Each row at most once. */
    void tell(long rowId, Notice.Became became, String ref) {
        long number = numbers.computeIfAbsent(RowId.receipt(rowId), this::open);
        waiting.add(new Object[] {number, rowId, became.name(), ref.isEmpty() ? null : ref});
        if (waiting.size() == AT_A_TIME) {
            write();
        }
    }

    private long open(long receipt) {
        long number = register.next("notice");
        int ordinal =
                register.client().sql("""
                        select count(*) + 1 from notice n join drop_log l on l.receipt = n.receipt
                        join drop_log o on o.receipt = ? and o.drop_id = l.drop_id and o.programme_no = l.programme_no""").param(receipt).query(Integer.class).single();
        insert(register, new Notice(number, receipt, ordinal, cause, day));
        return number;
    }

    private static void insert(Register register, Notice notice) {
        register.client()
                .sql("""
                        insert into notice (notice_no, receipt, ordinal, cause, business_day, written)
                        values (?, ?, ?, ?, ?, false)""")
                .params(
                        notice.number(),
                        notice.receipt(),
                        notice.ordinal(),
                        notice.cause().name(),
                        notice.day())
                .update();
    }

    private void write() {
        insertRows(register, waiting);
        waiting.clear();
    }

    private static void insertRows(Register register, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            register.jdbc()
                    .batchUpdate("insert into notice_row (notice_no, row_id, became, ref) values (?, ?, ?, ?)", rows);
        }
    }

    /** Journals all of it; says whether there was anything to tell. */
    boolean close() {
        write();
        numbers.forEach(this::record);
        boolean told = !numbers.isEmpty();
        numbers.clear();
        return told;
    }

    private void record(long receipt, long number) {
        Told record = new Told(receipt, number);
        register.jdbc()
                .query(
                        "select row_id, became, ref from notice_row where notice_no = ? order by row_id",
                        row -> {
                            record.add(row.getLong(1), row.getString(2), row.getString(3));
                        },
                        number);
        record.write();
    }

    /** Some thousand rows of one notice as a journal record. */
    private final class Told {

        private final long receipt;
        private final long number;
        private final int ordinal;
        private final Map<String, Ranges> rows = new TreeMap<>();
        private final Map<Long, String> refs = new TreeMap<>();
        private int count;

        Told(long receipt, long number) {
            this.receipt = receipt;
            this.number = number;
            this.ordinal = register.client()
                    .sql("select ordinal from notice where notice_no = ?")
                    .param(number)
                    .query(Integer.class)
                    .single();
        }

        void add(long rowId, String became, @Nullable String ref) {
            rows.computeIfAbsent(became, it -> new Ranges()).add(rowId);
            if (ref != null) {
                refs.put(rowId, ref);
            }
            count++;
            if (count == ROWS_PER_RECORD) {
                write();
            }
        }

        void write() {
            if (count == 0) {
                return;
            }
            Map<String, String> ranges = new TreeMap<>();
            rows.forEach((became, range) -> ranges.put(became, range.toString()));
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("notice", number);
            facts.put("receipt", receipt);
            facts.put("ordinal", ordinal);
            facts.put("cause", cause.name());
            facts.put("day", day.toString());
            facts.put("rows", ranges);
            facts.put("refs", new TreeMap<>(refs));
            journal.add("notice", facts);
            rows.clear();
            refs.clear();
            count = 0;
        }
    }

    /** As the record says. */
    static void replay(Register register, JsonNode facts) {
        long number = facts.get("notice").asLong();
        boolean known = register.client()
                .sql("select exists (select 1 from notice where notice_no = ?)")
                .param(number)
                .query(Boolean.class)
                .single();
        if (!known) {
            register.raise("notice", number);
            insert(
                    register,
                    new Notice(
                            number,
                            ReplayedReceipts.receipt(facts),
                            facts.get("ordinal").asInt(),
                            Notice.Cause.valueOf(facts.get("cause").asText()),
                            LocalDate.parse(facts.get("day").asText())));
        }
        JsonNode refs = facts.get("refs");
        List<Object[]> rows = new ArrayList<>();
        facts.get("rows").properties().forEach(one -> Ranges.read(one.getValue().asText())
                .forEachRemaining((long rowId) -> {
                    JsonNode ref = refs.get(Long.toString(rowId));
                    rows.add(new Object[] {number, rowId, one.getKey(), ref == null ? null : ref.asText()});
                }));
        insertRows(register, rows);
    }
}
