package id.jembatan.stage;

import id.jembatan.domain.Notice;
import id.jembatan.domain.NoticeRow;
import id.jembatan.domain.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Notices for the offices: what was decided, and whether its files are written. */
public final class NoticeShelf {

    private static final int AT_A_TIME = 100;

    private static final String COLUMNS = "n.notice_no, n.receipt, n.ordinal, n.cause, n.business_day";

    private final Register register;
    private final JournalOutbox journal;

    public NoticeShelf(Register register) {
        this.register = register;
        this.journal = new JournalOutbox(register);
    }

    /** The next notices whose files are not written yet, of drops that are answered; in the order of their numbers. */
    public List<Notice> listUnwritten() {
        return register.client()
                .sql("select " + COLUMNS + """
                         from notice n join drop_log l on l.receipt = n.receipt and l.step = 'REPLIED'
                        where n.written = false order by n.notice_no fetch first\s""" + AT_A_TIME + " rows only")
                .query(NoticeShelf::toNotice)
                .list();
    }

    /** All notices of the reply folder in which the drop is answered, by their ordinals. */
    public List<Notice> listOfFolder(long receipt) {
        return register.client()
                .sql("select " + COLUMNS + """
                         from drop_log o
                        join drop_log l on l.drop_id = o.drop_id and l.programme_no = o.programme_no
                        join notice n on n.receipt = l.receipt
                        where o.receipt = ? order by n.ordinal""")
                .param(receipt)
                .query(NoticeShelf::toNotice)
                .list();
    }

    /** How many rows became what. */
    public Map<Notice.Became, Long> count(Notice notice) {
        Map<Notice.Became, Long> counts = new EnumMap<>(Notice.Became.class);
        register.client()
                .sql("select became, count(*) from notice_row where notice_no = ? group by became")
                .param(notice.number())
                .query((row, i) -> counts.put(Notice.Became.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    /**
     * Gives the notice's rows in file order, one at a time, to the work.
     *
     * @param sheets the names of the drop's sheets by index
     */
    public <T> T withRows(Notice notice, List<String> sheets, Function<Iterator<NoticeRow>, T> work) {
        return register.inTransaction(() -> {
            try (Stream<NoticeRow> rows =
                    register.jdbc().queryForStream("""
                            select r.sheet, r.row_no, n.became, coalesce(n.ref, '')
                            from notice_row n join drop_row r on r.row_id = n.row_id
                            where n.notice_no = ? order by n.row_id""", (row, i) -> toRow(row, sheets), notice.number())) {
                return work.apply(rows.iterator());
            }
        });
    }

    /** A row that the branch refused, and why, in the branch's own words; "" without. */
    public record Refused(long rowId, String why) {

        @Override
        public String toString() {
            return "refused row " + rowId;
        }
    }

    /** Gives the refused rows of a notice, in file order, one at a time, to the work. */
    public <T> T withRefused(Notice notice, Function<Iterator<Refused>, T> work) {
        return register.inTransaction(() -> {
            try (Stream<Refused> rows = register.jdbc()
                    .queryForStream("""
                            select n.row_id, coalesce(min(r.why), '') from notice_row n
                            join batch_line l on l.data_row_id = n.row_id
                            join line_answer a on a.batch_id = l.batch_id and a.line_no = l.line_no
                                and a.verdict = 'REFUSED'
                            join answer_row r on r.answer_no = a.answer_no and r.pos = a.pos
                            where n.notice_no = ? and n.became = 'REFUSED'
                            group by n.row_id order by n.row_id""", (row, i) -> new Refused(row.getLong(1), row.getString(2)), notice.number())) {
                return work.apply(rows.iterator());
            }
        });
    }

    private static NoticeRow toRow(ResultSet row, List<String> sheets) throws SQLException {
        return new NoticeRow(
                new RowPlace(sheets.get(row.getInt(1)), row.getInt(2)),
                Notice.Became.valueOf(row.getString(3)),
                row.getString(4));
    }

    /** Its files lie in the reply folder. */
    public void markWritten(Notice notice) {
        register.runInTransaction(() -> {
            if (setWritten(notice.number())) {
                journal.add("noticed", Map.of("notice", notice.number()));
            }
        });
    }

    boolean setWritten(long number) {
        return register.client()
                        .sql("update notice set written = true where notice_no = ? and written = false")
                        .param(number)
                        .update()
                == 1;
    }

    private static Notice toNotice(ResultSet row, int index) throws SQLException {
        return new Notice(
                row.getLong(1),
                row.getLong(2),
                row.getInt(3),
                Notice.Cause.valueOf(row.getString(4)),
                row.getObject(5, LocalDate.class));
    }
}
