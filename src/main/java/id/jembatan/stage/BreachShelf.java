package id.jembatan.stage;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RowId;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Worker;
import java.util.function.Consumer;

/** The people of a list or a batch, whoever must be told that their data got out; only reads. */
public final class BreachShelf {

    private final Register register;

    public BreachShelf(Register register) {
        this.register = register;
    }

    /** Everybody of the list's rows, in their order: rejected ones are kept by no register. */
    public void forEachOf(LoggedDrop drop, Consumer<Worker> action) {
        long receipt = drop.receipt().number();
        walk("d.row_id between ? and ?", "", action, RowId.first(receipt), RowId.last(receipt));
    }

    /** Everybody of the batch's lines, as they were sent. */
    public void forEachOf(StoredBatch batch, Consumer<Worker> action) {
        walk("l.batch_id = ?", " join batch_line l on l.data_row_id = d.row_id", action, batch.id());
    }

    private void walk(String which, String lines, Consumer<Worker> action, Object... parameters) {
        register.runInTransaction(() -> register.jdbc()
                .query(
                        "select " + WorkerColumns.listed("d") + " from drop_row d" + lines
                                + " where d.nik is not null and " + which + " order by d.row_id",
                        row -> {
                            action.accept(WorkerColumns.get(row, 1));
                        },
                        parameters));
    }
}
