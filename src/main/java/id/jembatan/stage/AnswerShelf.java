package id.jembatan.stage;

import id.jembatan.domain.AnswerCounts;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerOutcome;
import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.AnsweredLine;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.Notice;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Worker;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of answer files: stored chunk by chunk, then settled in one transaction. */
public final class AnswerShelf {

    private static final String CHANGED = " and verdict = 'CHANGED' and outcome in ('SETTLED', 'REPEATED')";

    private final Register register;
    private final AnswerLog log;
    private final JournalOutbox journal;

    public AnswerShelf(Register register) {
        this.register = register;
        this.log = new AnswerLog(register);
        this.journal = new JournalOutbox(register);
    }

    /** Takes away what an earlier, interrupted reading left. */
    public void clear(AnswerFile file) {
        register.jdbc().update("delete from answer_row where answer_no = ?", file.number());
    }

    /** Stores one chunk of rows. */
    public void put(AnswerFile file, List<AnswerRow> rows) {
        register.runInTransaction(() -> register.jdbc()
                .batchUpdate("""
                        insert into answer_row (answer_no, pos, sheet, row_no, ref_batch, ref_line, nik, verdict, kpj,
                            why, outcome, reason, rounded_nik, match_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, rows.size(), (statement, row) -> set(statement, file.number(), row)));
    }

    private static void set(PreparedStatement statement, long answer, AnswerRow row) throws SQLException {
        statement.setLong(1, answer);
        statement.setLong(2, row.position());
        statement.setInt(3, row.sheet());
        statement.setInt(4, row.row());
        statement.setString(5, row.ref().map(LineRef::batch).orElse(null));
        if (row.ref().isPresent()) {
            statement.setInt(6, row.ref().get().line());
        } else {
            statement.setNull(6, Types.INTEGER);
        }
        if (row.nik().isPresent()) {
            statement.setLong(7, row.nik().getAsLong());
        } else {
            statement.setNull(7, Types.BIGINT);
        }
        statement.setString(8, row.verdict().map(Enum::name).orElse(null));
        statement.setString(9, row.kpj().orElse(null));
        statement.setString(10, row.why().isEmpty() ? null : row.why());
        statement.setString(11, row.isInvalid() ? AnswerOutcome.INVALID.name() : null);
        statement.setString(12, row.reason().map(Enum::name).orElse(null));
        if (row.rounded().isPresent()) {
            statement.setLong(13, row.rounded().get().lowest());
        } else {
            statement.setNull(13, Types.BIGINT);
        }
        statement.setString(14, row.rounded().map(AnswerRow.Rounded::matchKey).orElse(null));
    }

    /**
     * Every row becomes what it becomes, people stand as the branch says, and the offices of the refused are to be told:
     * all of it or nothing. A file that is settled already stays as it is.
     *
     * @param read how many rows were read
     * @throws IllegalStateException when the rows do not add up to those that were read
     */
    public AnswerFile settle(AnswerFile file, List<String> sheets, long read) {
        return register.inTransaction(() -> {
            register.takeTurn();
            if (log.get(file.number()).step() != AnswerFile.Step.RECEIVED) {
                return log.get(file.number());
            }
            new AnswerMatch(register, file.number(), file.branch().orElseThrow()).settle();
            AnswerCounts counts = count(file.number(), read).requireBalanced();
            log.setSettled(file.number(), sheets, counts);
            new AnswerRecords(register, journal).add(file);
            tellRefused(file);
            journal.add("answer", Map.of("answer", file.number(), "sheets", sheets, "counts", Json.embed(counts)));
            return log.get(file.number());
        });
    }

    private void tellRefused(AnswerFile file) {
        Notices notices = new Notices(register, journal, Notice.Cause.ANSWER, file.day());
        register.jdbc()
                .query(
                        """
                        select l.data_row_id from line_answer a
                        join batch_line l on l.batch_id = a.batch_id and l.line_no = a.line_no
                        where a.answer_no = ? and a.verdict = 'REFUSED' order by l.data_row_id""",
                        row -> {
                            notices.tell(row.getLong(1), Notice.Became.REFUSED, "");
                        },
                        file.number());
        notices.close();
    }

    AnswerCounts count(long answer, long read) {
        Map<AnswerOutcome, Long> outcomes = new EnumMap<>(AnswerOutcome.class);
        Map<AnswerReason, Long> reasons = new EnumMap<>(AnswerReason.class);
        Map<AnswerVerdict, Long> settled = new EnumMap<>(AnswerVerdict.class);
        register.jdbc()
                .query(
                        """
                        select outcome, reason, verdict, count(*) from answer_row where answer_no = ? and outcome is not null
                        group by outcome, reason, verdict""",
                        row -> {
                            AnswerOutcome outcome = AnswerOutcome.valueOf(row.getString(1));
                            outcomes.merge(outcome, row.getLong(4), Long::sum);
                            if (row.getString(2) != null) {
                                reasons.merge(AnswerReason.valueOf(row.getString(2)), row.getLong(4), Long::sum);
                            }
                            if (outcome == AnswerOutcome.SETTLED) {
                                settled.merge(AnswerVerdict.valueOf(row.getString(3)), row.getLong(4), Long::sum);
                            }
                        },
                        answer);
        return new AnswerCounts(read, outcomes, reasons, settled);
    }

    /** Gives every row of the file, in file order, one at a time, to the work. */
    public <T> T withLines(AnswerFile file, Function<Iterator<AnsweredLine>, T> work) {
        return register.inTransaction(() -> {
            try (Stream<AnsweredLine> lines =
                    register.jdbc().queryForStream("""
                            select r.pos, r.sheet, r.row_no, coalesce(b.number, r.ref_batch), coalesce(r.line_no, r.ref_line),
                                r.verdict, r.outcome, r.reason
                            from answer_row r left join batch b on b.batch_id = r.batch_id
                            where r.answer_no = ? order by r.pos""", (row, i) -> toLine(row, file), file.number())) {
                return work.apply(lines.iterator());
            }
        });
    }

    /** Whether the branch says of any row that it changed something. */
    public boolean hasChanged(AnswerFile file) {
        return register.client()
                .sql("select exists (select 1 from answer_row where answer_no = ?" + CHANGED + ")")
                .param(file.number())
                .query(Boolean.class)
                .single();
    }

    /** Gives what was sent of each row of which the branch says that it changed something, in file order. */
    public <T> T withChanged(AnswerFile file, Function<Iterator<Worker>, T> work) {
        String sql = "select " + WorkerColumns.listed("d") + """
                 from answer_row r
                join batch_line l on l.batch_id = r.batch_id and l.line_no = r.line_no
                join drop_row d on d.row_id = l.data_row_id
                where r.answer_no = ?""" + CHANGED + " order by r.pos";
        return register.inTransaction(() -> {
            try (Stream<Worker> sent =
                    register.jdbc().queryForStream(sql, (row, i) -> WorkerColumns.get(row, 1), file.number())) {
                return work.apply(sent.iterator());
            }
        });
    }

    private static AnsweredLine toLine(ResultSet row, AnswerFile file) throws SQLException {
        String batch = row.getString(4);
        return new AnsweredLine(
                row.getLong(1),
                new RowPlace(file.sheets().get(row.getInt(2)), row.getInt(3)),
                batch == null ? Optional.empty() : Optional.of(new LineRef(batch, row.getInt(5))),
                Optional.ofNullable(row.getString(6)).map(AnswerVerdict::valueOf),
                AnswerOutcome.valueOf(row.getString(7)),
                Optional.ofNullable(row.getString(8)).map(AnswerReason::valueOf));
    }
}
