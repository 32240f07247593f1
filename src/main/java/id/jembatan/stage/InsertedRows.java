package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.RowId;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** By one batched insert: what every database knows. */
final class InsertedRows implements RowLoader {

    private static final String INSERT = "insert into drop_row (" + RowShelf.COLUMNS + ") values (?, ?, ?, ?, ?, "
            + String.join(", ", Collections.nCopies(WorkerColumns.count(), "?")) + ")";

    private final JdbcTemplate jdbc;

    InsertedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void load(long receipt, List<JudgedRow> rows) {
        jdbc.batchUpdate(INSERT, rows, rows.size(), (statement, row) -> set(statement, receipt, row));
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
}
