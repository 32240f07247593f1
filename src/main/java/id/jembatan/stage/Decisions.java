package id.jembatan.stage;

import id.jembatan.domain.GroupDecision;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.RowPlace;
import java.util.ArrayList;
import java.util.List;

/** Writes the decisions of a settlement down, some thousand at a time. */
final class Decisions implements AutoCloseable {

    private static final int AT_A_TIME = 2_000;

    private final Register register;
    private final List<String> sheets;
    private final List<Object[]> waiting = new ArrayList<>(AT_A_TIME);

    Decisions(Register register, List<String> sheets) {
        this.register = register;
        this.sheets = sheets;
    }

    /** Where a group's first row stands. */
    record FirstRow(long rowId, int sheet, int row) {}

    void add(NationalId nik, FirstRow first, GroupDecision decision) {
        RowPlace place = new RowPlace(sheets.get(first.sheet()), first.row());
        waiting.add(new Object[] {
            nik.value(),
            decision.kind().name(),
            first.rowId(),
            first.sheet(),
            decision.ref().isEmpty() ? null : decision.ref(),
            Integer.toString(first.row()),
            place.seenFrom(""),
            decision.entryRowId() == 0 ? null : decision.entryRowId()
        });
        if (waiting.size() == AT_A_TIME) {
            close();
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        if (waiting.isEmpty()) {
            return;
        }
        register.jdbc().batchUpdate("""
                        insert into settling (nik, decision, first_row_id, first_sheet, ref, ref_here, ref_elsewhere,
                            entry_row_id) values (?, ?, ?, ?, ?, ?, ?, ?)""", waiting);
        waiting.clear();
    }
}
