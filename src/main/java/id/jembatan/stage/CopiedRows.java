package id.jembatan.stage;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.RowId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * By one COPY, PostgreSQL's own way for many rows, in its text format: a line a row, tabs between, {@code \N} for nothing.
 * Nothing is gathered: a chunk goes to the server as it is written.
 */
final class CopiedRows implements RowLoader {

    private static final String COPY = "copy drop_row (" + RowShelf.COLUMNS + ") from stdin";
    private static final String NOTHING = "\\N";

    private final JdbcTemplate jdbc;

    CopiedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void load(long receipt, List<JudgedRow> rows) {
        jdbc.execute((ConnectionCallback<Long>) connection -> copy(connection, receipt, rows));
    }

    private static long copy(Connection connection, long receipt, List<JudgedRow> rows) throws SQLException {
        PGCopyOutputStream copy = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY);
        try {
            Writer lines = new BufferedWriter(new OutputStreamWriter(copy, StandardCharsets.UTF_8));
            for (JudgedRow row : rows) {
                write(lines, receipt, row);
            }
            lines.flush();
            long copied = copy.endCopy();
            if (copied != rows.size()) {
                throw new IllegalStateException("control total: expected " + rows.size() + " rows, copied " + copied);
            }
            return copied;
        } catch (IOException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new UncheckedIOException(e);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void write(Writer lines, long receipt, JudgedRow row) throws IOException {
        lines.write(Long.toString(RowId.of(receipt, row.position())));
        next(lines, Integer.toString(row.sheet()));
        next(lines, Integer.toString(row.row()));
        next(
                lines,
                row.codes().isEmpty()
                        ? null
                        : row.codes().stream().map(Enum::name).collect(Collectors.joining(";")));
        next(lines, row.base().map(base -> base.toPlainString()).orElse(null));
        for (String text : WorkerColumns.texts(row.worker())) {
            next(lines, text);
        }
        lines.write('\n');
    }

    private static void next(Writer lines, @Nullable String text) throws IOException {
        lines.write('\t');
        if (text == null) {
            lines.write(NOTHING);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> lines.write("\\\\");
                case '\t' -> lines.write("\\t");
                case '\n' -> lines.write("\\n");
                case '\r' -> lines.write("\\r");
                default -> lines.write(c);
            }
        }
    }
}
