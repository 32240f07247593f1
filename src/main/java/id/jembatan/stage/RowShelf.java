package id.jembatan.stage;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of drops: put in by chunks, read back in file order with what became of them. */
public final class RowShelf {

    /** In the order in which a {@link RowLoader} gives them. */
    static final String COLUMNS = "row_id, sheet, row_no, codes, base, " + String.join(", ", WorkerColumns.names());

    private static final String OUTCOMES = """
            select r.row_id, r.sheet, r.row_no, o.outcome, r.codes, o.ref, p.row_id
            from drop_row r join row_outcome o on o.row_id = r.row_id left join repair p on p.row_id = r.row_id
            where r.row_id between ? and ?
            order by r.row_id""";

    private final Register register;
    private final RowLoader loader;
    private final RepairedRows repairs;
    private final LeavingRows leaving;
    private final ToldPeople told;

    public RowShelf(Register register) {
        this.register = register;
        this.loader = register.isPostgresql() ? new CopiedRows(register.jdbc()) : new InsertedRows(register.jdbc());
        this.repairs = new RepairedRows(register);
        this.leaving = new LeavingRows(register);
        this.told = new ToldPeople(register);
    }

    /** Takes away what an earlier, interrupted reading of the drop left. */
    public void clear(long receipt) {
        repairs.clear(receipt);
        leaving.clear(receipt);
        told.clear(receipt, receipt);
        register.jdbc()
                .update("delete from drop_row where row_id between ? and ?", RowId.first(receipt), RowId.last(receipt));
    }

    /** Stores one chunk of judged rows in one transaction of its own. */
    public void put(long receipt, List<JudgedRow> rows) {
        register.runInTransaction(() -> {
            loader.load(receipt, rows);
            repairs.put(receipt, rows);
            leaving.put(receipt, rows);
            told.put(receipt, rows);
        });
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
                ref == null ? "" : ref,
                row.getObject(7) != null);
    }

    private static List<FindingCode> toCodes(@Nullable String codes) {
        return codes == null
                ? List.of()
                : Arrays.stream(codes.split(";")).map(FindingCode::valueOf).toList();
    }
}
