package id.jembatan.stage;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Records of a purge: which rows went, by their numbers; which of them were of one person; what their contributions were
 * reckoned from. So a rebuild knows them apart without knowing anybody.
 */
final class PurgeRecords {

    private static final int ROWS_PER_RECORD = 4_000;

    private final Register register;
    private final JournalOutbox journal;
    private final long purge;

    PurgeRecords(Register register, JournalOutbox journal, long purge) {
        this.register = register;
        this.journal = journal;
        this.purge = purge;
    }

    /** Before the rows are forgotten. */
    void addRows() {
        Rows rows = new Rows();
        register.jdbc().query("""
                        select x.row_id, p.first_row_id, r.base from purging_row x
                        join drop_row r on r.row_id = x.row_id join purging p on p.nik = r.nik order by x.row_id""", row -> {
            rows.add(row.getLong(1), row.getLong(2), row.getBigDecimal(3));
        });
        rows.write();
    }

    private final class Rows {

        private final Map<String, Long> same = new LinkedHashMap<>();
        private final Map<String, Ranges> bases = new TreeMap<>();
        private Ranges positions = new Ranges();
        private long receipt;
        private int count;

        void add(long rowId, long firstRowId, @Nullable BigDecimal base) {
            long of = id.jembatan.domain.RowId.receipt(rowId);
            if (of != receipt || count == ROWS_PER_RECORD) {
                write();
                receipt = of;
            }
            long position = id.jembatan.domain.RowId.position(rowId);
            positions.add(position);
            if (firstRowId != rowId) {
                same.put(Long.toString(position), firstRowId);
            }
            if (base != null) {
                bases.computeIfAbsent(base.toPlainString(), it -> new Ranges()).add(position);
            }
            count++;
        }

        void write() {
            if (count == 0) {
                return;
            }
            Map<String, String> based = new TreeMap<>();
            bases.forEach((base, rows) -> based.put(base, rows.toString()));
            journal.add(
                    "purged-rows",
                    Map.of(
                            "purge",
                            purge,
                            "receipt",
                            receipt,
                            "rows",
                            positions.toString(),
                            "same",
                            new LinkedHashMap<>(same),
                            "bases",
                            based));
            same.clear();
            bases.clear();
            positions = new Ranges();
            count = 0;
        }
    }

    /** Rows of answers; of files that are gone also where they stood and what they said. */
    void addAnswers() {
        Answers answers = new Answers();
        register.jdbc().query("""
                        select x.answer_no, x.pos, r.sheet, r.row_no, r.verdict, f.purge_no from purging_answer x
                        join answer_row r on r.answer_no = x.answer_no and r.pos = x.pos
                        join answer_file f on f.answer_no = x.answer_no order by x.answer_no, x.pos""", row -> {
            boolean gone = row.getLong(6) == purge;
            answers.add(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getString(5), gone);
        });
        answers.write();
    }

    private final class Answers {

        private final Map<String, Ranges> at = new LinkedHashMap<>();
        private final Map<String, Ranges> verdicts = new TreeMap<>();
        private Ranges positions = new Ranges();
        private long answer;
        private boolean gone;
        private int count;

        void add(long of, long position, int sheet, long row, @Nullable String verdict, boolean fileGone) {
            if (of != answer || count == ROWS_PER_RECORD) {
                write();
                answer = of;
            }
            gone = fileGone;
            positions.add(position);
            at.computeIfAbsent(Integer.toString(sheet), it -> new Ranges()).add(row);
            if (verdict != null) {
                verdicts.computeIfAbsent(verdict, it -> new Ranges()).add(position);
            }
            count++;
        }

        void write() {
            if (count == 0) {
                return;
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("purge", purge);
            facts.put("answer", answer);
            facts.put("rows", positions.toString());
            if (gone) {
                facts.put("at", texts(at));
                facts.put("verdicts", texts(verdicts));
            }
            journal.add("purged-answers", facts);
            at.clear();
            verdicts.clear();
            positions = new Ranges();
            count = 0;
        }
    }

    private static Map<String, String> texts(Map<String, Ranges> ranges) {
        Map<String, String> texts = new LinkedHashMap<>();
        ranges.forEach((name, numbers) -> texts.put(name, numbers.toString()));
        return texts;
    }
}
