package id.jembatan.peers.duck;

import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the script, a part after the other; what it must be told is filled in where {@code ${…}} stands. */
public final class DuckDbPeer {

    private DuckDbPeer() {}

    public static void run(Work work, Phases phases) throws IOException, SQLException {
        String script = script().replace("${list}", quoted(work.list()))
                .replace("${delimiter}", quoted(work.delimiter()))
                .replace("${regions}", quoted(work.regions()))
                .replace("${today}", quoted(work.today()))
                .replace("${rows}", quoted(work.rows()))
                .replace("${outbound}", quoted(work.outbound()));
        try (Connection connection = DriverManager.getConnection(work.url());
                Statement statement = connection.createStatement()) {
            phases.done("start");
            for (String part : script.split("(?m)^-- part: ")) {
                int end = part.indexOf('\n');
                if (!part.isBlank()) {
                    statement.execute(part.substring(end));
                    phases.done(part.substring(0, end));
                }
            }
        }
    }

    private static String quoted(Object value) {
        return "'" + value.toString().replace("'", "''") + "'";
    }

    private static String script() throws IOException {
        try (InputStream script = DuckDbPeer.class.getResourceAsStream("/duckdb.sql")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
