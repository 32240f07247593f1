package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import java.util.List;

/** How a chunk of rows gets into {@code drop_row}, in the transaction in hand: as fast as the database lets it. */
interface RowLoader {

    void load(long receipt, List<JudgedRow> rows);
}
