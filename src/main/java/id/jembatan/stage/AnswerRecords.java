package id.jembatan.stage;

import id.jembatan.domain.AnswerFile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of the rows of an answer file, as the journal keeps it: no person and no KPJ, those are read from the archive
 * again. Rows that follow one another, and answer lines that follow one another, are written as ranges.
 */
final class AnswerRecords {

    private static final int ROWS_PER_RECORD = 4_000;

    private final Register register;
    private final JournalOutbox journal;
    private final Map<String, Ranges> outcomes = new TreeMap<>();
    private final Map<String, Runs> lines = new TreeMap<>();
    private int count;

    AnswerRecords(Register register, JournalOutbox journal) {
        this.register = register;
        this.journal = journal;
    }

    void add(AnswerFile file) {
        register.jdbc()
                .query(
                        """
                        select r.pos, r.outcome, r.reason, b.number, r.line_no
                        from answer_row r left join batch b on b.batch_id = r.batch_id
                        where r.answer_no = ? order by r.pos""",
                        row -> {
                            add(row.getInt(1), key(row.getString(2), row.getString(3)));
                            if (row.getString(4) != null) {
                                lines.computeIfAbsent(row.getString(4), it -> new Runs())
                                        .add(row.getInt(1), row.getInt(5));
                            }
                            if (++count == ROWS_PER_RECORD) {
                                write(file);
                            }
                        },
                        file.number());
        if (count > 0) {
            write(file);
        }
    }

    private void add(int position, String key) {
        outcomes.computeIfAbsent(key, it -> new Ranges()).add(position);
    }

    private static String key(String outcome, @Nullable String reason) {
        return reason == null ? outcome : outcome + " " + reason;
    }

    private void write(AnswerFile file) {
        Map<String, String> became = new TreeMap<>();
        outcomes.forEach((key, rows) -> became.put(key, rows.toString()));
        Map<String, String> meant = new TreeMap<>();
        lines.forEach((batch, runs) -> meant.put(batch, runs.toString()));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("answer", file.number());
        facts.put("rows", became);
        facts.put("lines", meant);
        journal.add("answer-rows", facts);
        outcomes.clear();
        lines.clear();
        count = 0;
    }

    /** {@code 1:17x3}: rows 1 to 3 mean lines 17 to 19. */
    private static final class Runs {

        private final StringBuilder text = new StringBuilder();
        private int row;
        private int line;
        private int length;

        void add(int nextRow, int nextLine) {
            if (length > 0 && nextRow == row + length && nextLine == line + length) {
                length++;
                return;
            }
            end();
            row = nextRow;
            line = nextLine;
            length = 1;
        }

        private void end() {
            if (length > 0) {
                text.append(text.length() == 0 ? "" : ",")
                        .append(row)
                        .append(':')
                        .append(line)
                        .append('x')
                        .append(length);
            }
            length = 0;
        }

        @Override
        public String toString() {
            end();
            return text.toString();
        }
    }
}
