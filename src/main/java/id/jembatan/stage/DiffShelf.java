package id.jembatan.stage;

import id.jembatan.domain.DropDifference;
import id.jembatan.domain.DropDifference.Side;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RowId;
import id.jembatan.domain.RowPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Two drops side by side, person by person: only reads. */
public final class DiffShelf {

    /** The first row of each NIK of a drop. */
    private static final String FIRST_ROWS =
            "(select nik, min(row_id) as row_id from drop_row where row_id between ? and ? and nik is not null group by nik)";

    private final Register register;

    public DiffShelf(Register register) {
        this.register = register;
    }

    /** Everybody of both drops, one at a time: first those of the earlier by NIK, then those who are new. */
    public void compare(LoggedDrop earlier, LoggedDrop later, Consumer<DropDifference> action) {
        register.runInTransaction(() -> {
            walk(
                    earlier,
                    later,
                    "",
                    (before, after) -> action.accept(
                            new DropDifference(before.orElseThrow().worker().nik(), before, after)));
            walk(
                    later,
                    earlier,
                    " where b.nik is null",
                    (after, none) -> action.accept(
                            new DropDifference(after.orElseThrow().worker().nik(), none, after)));
        });
    }

    /** Takes both sides of one person. */
    @FunctionalInterface
    private interface Both {

        void take(Optional<Side> one, Optional<Side> other);
    }

    private void walk(LoggedDrop one, LoggedDrop other, String where, Both both) {
        int columns = WorkerColumns.count() + 2;
        register.jdbc()
                .query(
                        "select x.sheet, x.row_no, " + WorkerColumns.listed("x") + ", y.sheet, y.row_no, "
                                + WorkerColumns.listed("y") + " from " + FIRST_ROWS + " a"
                                + " left join " + FIRST_ROWS + " b on b.nik = a.nik"
                                + " join drop_row x on x.row_id = a.row_id"
                                + " left join drop_row y on y.row_id = b.row_id" + where + " order by a.nik",
                        row -> {
                            Side first = side(row, 1, one.sheets());
                            row.getLong(columns + 3);
                            both.take(
                                    Optional.of(first),
                                    row.wasNull()
                                            ? Optional.empty()
                                            : Optional.of(side(row, columns + 1, other.sheets())));
                        },
                        RowId.first(one.receipt().number()),
                        RowId.last(one.receipt().number()),
                        RowId.first(other.receipt().number()),
                        RowId.last(other.receipt().number()));
    }

    private static Side side(ResultSet row, int at, List<String> sheets) throws SQLException {
        return new Side(new RowPlace(sheets.get(row.getInt(at)), row.getInt(at + 1)), WorkerColumns.get(row, at + 2));
    }

    /** How many rows of the drop have nobody to compare. */
    public long countRejected(LoggedDrop drop) {
        return register.client()
                .sql("select count(*) from drop_row where row_id between ? and ? and nik is null")
                .params(
                        RowId.first(drop.receipt().number()),
                        RowId.last(drop.receipt().number()))
                .query(Long.class)
                .single();
    }
}
