package id.jembatan.stage;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of drops: put in by chunks, read back in file order with what became of them. */
public final class RowShelf {

    private static final String INSERT = "insert into drop_row (row_id, sheet, row_no, codes, base, "
            + String.join(", ", WorkerColumns.names()) + ") values (?, ?, ?, ?, ?, "
            + String.join(", ", Collections.nCopies(WorkerColumns.count(), "?")) + ")";

    private static final String OUTCOMES = """
            select r.row_id, r.sheet, r.row_no, o.outcome, r.codes, o.ref
            from drop_row r join row_outcome o on o.row_id = r.row_id
            where r.row_id between ? and ?
            order by r.row_id""";

    private final Register register;
    private final RepairedRows repairs;

    public RowShelf(Register register) {
        this.register = register;
        this.repairs = new RepairedRows(register);
    }

    /** Takes away what an earlier, interrupted reading of the drop left. */
    public void clear(long receipt) {
        repairs.clear(receipt);
        register.jdbc()
                .update("delete from drop_row where row_id between ? and ?", RowId.first(receipt), RowId.last(receipt));
    }

    /** Stores one chunk of judged rows in one transaction of its own. */
    public void put(long receipt, List<JudgedRow> rows) {
        register.runInTransaction(() -> {
            register.jdbc().batchUpdate(INSERT, rows, rows.size(), (statement, row) -> set(statement, receipt, row));
            repairs.put(receipt, rows);
        });
    }

    private static void set(PreparedStatement statement, long receipt, JudgedRow row) throws SQLException {
        statement.setLong(1, RowId.of(receipt, row.position()));
        statement.setInt(2, row.sheet());
        statement.setInt(3, row.row());
        if (row.codes().isEmpty()) {
            statement.setNull(4, Types.VARCHAR);
        } else {
            statement.setString(4, row.codes().stream().map(Enum::name).collect(Collectors.joining(";")));
        }
        if (row.base().isPresent()) {
            statement.setBigDecimal(5, row.base().get());
        } else {
            statement.setNull(5, Types.DECIMAL);
        }
        WorkerColumns.set(statement, 6, row.worker());
    }

    /** Takes away everything of the drop: practice keeps nothing. */
    public void forget(long receipt) {
        register.runInTransaction(() -> {
            for (String table : List.of("row_outcome", "look_alike")) {
                register.jdbc()
                        .update(
                                "delete from " + table + " where row_id between ? and ?",
                                RowId.first(receipt),
                                RowId.last(receipt));
            }
            clear(receipt);
        });
    }

    /**
     * Gives every row of the drop with its outcome, in file order, one at a time, to the work.
     *
     * @param sheets the names of the drop's sheets by index
     */
    public <T> T withOutcomes(long receipt, List<String> sheets, Function<Iterator<RowOutcome>, T> work) {
        return register.inTransaction(() -> {
            try (Stream<RowOutcome> rows = register.jdbc()
                    .queryForStream(
                            OUTCOMES, (row, i) -> toOutcome(row, sheets), RowId.first(receipt), RowId.last(receipt))) {
                return work.apply(rows.iterator());
            }
        });
    }

    private static RowOutcome toOutcome(ResultSet row, List<String> sheets) throws SQLException {
        String ref = row.getString(6);
        return new RowOutcome(
                RowId.position(row.getLong(1)),
                new RowPlace(sheets.get(row.getInt(2)), row.getInt(3)),
                Outcome.valueOf(row.getString(4)),
                toCodes(row.getString(5)),
                ref == null ? "" : ref);
    }

    private static List<FindingCode> toCodes(@Nullable String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(";")).map(FindingCode::valueOf).toList();
    }
}
