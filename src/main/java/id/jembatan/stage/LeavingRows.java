package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.RowId;
import java.util.List;

/** When and why the people of a list of leavers leave. */
final class LeavingRows {

    private final Register register;

    LeavingRows(Register register) {
        this.register = register;
    }

    void put(long receipt, List<JudgedRow> rows) {
        List<Object[]> leaving = rows.stream()
                .filter(row -> row.leaving().isPresent())
                .map(row -> {
                    Leaving says = row.leaving().orElseThrow();
                    return new Object[] {
                        RowId.of(receipt, row.position()),
                        says.on(),
                        says.reason().name()
                    };
                })
                .toList();
        if (!leaving.isEmpty()) {
            register.jdbc().batchUpdate("insert into leaving (row_id, leaves_on, reason) values (?, ?, ?)", leaving);
        }
    }

    void clear(long receipt) {
        register.jdbc()
                .update("delete from leaving where row_id between ? and ?", RowId.first(receipt), RowId.last(receipt));
    }
}
