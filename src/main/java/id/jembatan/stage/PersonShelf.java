package id.jembatan.stage;

import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.DropId;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.FoundRow;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.PersonTrace;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What the register knows of single people: only reads. */
public final class PersonShelf {

    private final Register register;
    private final ProgrammeNumbers programmes;

    public PersonShelf(Register register) {
        this.register = register;
        this.programmes = new ProgrammeNumbers(register);
    }

    /** Rows by their ids, in the order asked for, as an operator may be shown them. */
    public List<FoundRow> findRows(List<Long> rowIds) {
        List<FoundRow> found = new ArrayList<>(rowIds.size());
        for (long rowId : rowIds) {
            register.client()
                    .sql("""
                            select l.drop_id, l.sheets, r.sheet, r.row_no, r.nik
                            from drop_row r join drop_log l on l.receipt = r.row_id / 100000000
                            where r.row_id = ?""")
                    .param(rowId)
                    .query((row, i) -> toFound(row))
                    .optional()
                    .ifPresent(found::add);
        }
        return found;
    }

    private static FoundRow toFound(ResultSet row) throws SQLException {
        return new FoundRow(new DropId(row.getString(1)), place(row, 2), new NationalId(row.getLong(5)).toString());
    }

    /** From three columns: the drop's sheets, the row's sheet, its number. */
    private static RowPlace place(ResultSet row, int at) throws SQLException {
        List<String> sheets = Json.readTexts(row.getString(at));
        return new RowPlace(sheets.get(row.getInt(at + 1)), row.getInt(at + 2));
    }

    /** Everything of one NIK, as it stands at one moment. */
    public PersonTrace trace(NationalId nik) {
        return register.inTransaction(() -> new PersonTrace(
                listRows(nik), listEntries(nik), listSent(nik), listAnswers(nik), listReviews(nik), listAlike(nik)));
    }

    private List<PersonTrace.Row> listRows(NationalId nik) {
        return register.client()
                .sql(
                        "select d.row_id, l.business_day, l.drop_id, l.file_name, l.programme_no, l.sheets, d.sheet, d.row_no,"
                                + " o.outcome, o.ref, s.outcome, " + WorkerColumns.listed("d") + """
                         from drop_row d
                        join drop_log l on l.receipt = d.row_id / 100000000
                        join row_outcome o on o.row_id = d.row_id
                        left join review_row s on s.row_id = d.row_id
                        where d.nik = ? order by d.row_id""")
                .param(nik.value())
                .query((row, i) -> toRow(row))
                .list();
    }

    private PersonTrace.Row toRow(ResultSet row) throws SQLException {
        int programme = row.getInt(5);
        Optional<ProgrammeKey> key = row.wasNull() ? Optional.empty() : Optional.of(programmes.keyOf(programme));
        return new PersonTrace.Row(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                new DropId(row.getString(3)),
                row.getString(4),
                key,
                place(row, 6),
                Outcome.valueOf(row.getString(9)),
                Objects.requireNonNullElse(row.getString(10), ""),
                Objects.requireNonNullElse(row.getString(11), ""),
                WorkerColumns.get(row, 12));
    }

    private List<PersonTrace.Entry> listEntries(NationalId nik) {
        return register.client()
                .sql("""
                        select e.row_id, e.programme_no, e.state, e.data_row_id, e.sent_month, e.ended_on, e.end_reason,
                            e.kpj
                        from drop_row d join entry e on e.row_id = d.row_id where d.nik = ? order by e.row_id""")
                .param(nik.value())
                .query((row, i) -> new PersonTrace.Entry(
                        row.getLong(1),
                        programmes.keyOf(row.getInt(2)),
                        EntryState.valueOf(row.getString(3)),
                        row.getLong(4),
                        Optional.ofNullable(row.getObject(5, LocalDate.class)),
                        Optional.ofNullable(row.getObject(6, LocalDate.class)),
                        Objects.requireNonNullElse(row.getString(7), ""),
                        Objects.requireNonNullElse(row.getString(8), "")))
                .list();
    }

    private List<PersonTrace.Sent> listSent(NationalId nik) {
        return register.client()
                .sql("""
                        select b.number, n.line_no, coalesce(b.released_on, b.business_day), b.state
                        from drop_row d join batch_line n on n.row_id = d.row_id
                        join batch b on b.batch_id = n.batch_id and b.state = 'SENT'
                        where d.nik = ? order by b.batch_id, n.line_no""")
                .param(nik.value())
                .query((row, i) -> new PersonTrace.Sent(
                        row.getString(1) + "/" + row.getInt(2), row.getObject(3, LocalDate.class), row.getString(4)))
                .list();
    }

    private List<PersonTrace.Answered> listAnswers(NationalId nik) {
        return register.client()
                .sql("""
                        select b.number, n.line_no, f.business_day, f.answer_id, a.verdict, a.outcome, a.kpj, a.why
                        from drop_row d join batch_line n on n.row_id = d.row_id
                        join batch b on b.batch_id = n.batch_id
                        join answer_row a on a.batch_id = n.batch_id and a.line_no = n.line_no
                        join answer_file f on f.answer_no = a.answer_no
                        where d.nik = ? and a.outcome is not null order by a.answer_no, a.pos""")
                .param(nik.value())
                .query((row, i) -> new PersonTrace.Answered(
                        row.getString(1) + "/" + row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getString(4),
                        Optional.ofNullable(row.getString(5)).map(AnswerVerdict::valueOf),
                        AnswerOutcome.valueOf(row.getString(6)),
                        Objects.requireNonNullElse(row.getString(7), ""),
                        Objects.requireNonNullElse(row.getString(8), "")))
                .list();
    }

    private List<PersonTrace.Review> listReviews(NationalId nik) {
        return register.client()
                .sql("select review_no, regency, closed from review where nik = ? order by review_no")
                .param(nik.value())
                .query((row, i) ->
                        new PersonTrace.Review(row.getLong(1), new RegencyCode(row.getString(2)), row.getBoolean(3)))
                .list();
    }

    private List<FoundRow> listAlike(NationalId nik) {
        return register.client()
                .sql("""
                        select l.drop_id, l.sheets, o.sheet, o.row_no, o.nik
                        from drop_row d
                        join look_alike a on a.row_id = d.row_id
                        join drop_row o on o.row_id = a.other_row_id
                        join drop_log l on l.receipt = o.row_id / 100000000
                        where d.nik = ? order by o.row_id""")
                .param(nik.value())
                .query((row, i) -> toFound(row))
                .list();
    }
}
