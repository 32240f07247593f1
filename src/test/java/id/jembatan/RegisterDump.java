package id.jembatan;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every row of every table of a register as text, but for what says nothing: leases, scratch, whose turn it is. */
public final class RegisterDump {

    private static final Set<String> SCRATCH = Set.of(
            "settling",
            "known_nik",
            "answering",
            "purging",
            "purging_row",
            "purging_answer",
            "journal_outbox",
            "audit_mark",
            "console_user",
            "name_word",
            "flyway_schema_history");
    private static final Set<String> MOMENTS = Set.of("node", "lease_until", "answered_at", "named");

    private RegisterDump() {}

    /** By table, ordered by its first columns. */
    public static Map<String, String> of(Connection register) throws SQLException {
        Map<String, String> tables = new TreeMap<>();
        for (String table : tables(register)) {
            tables.put(table, String.join("\n", rows(register, table)));
        }
        if (tables.size() < 11) {
            throw new IllegalStateException("a register has more tables than " + tables.keySet());
        }
        return tables;
    }

    private static Set<String> tables(Connection register) throws SQLException {
        Set<String> names = new TreeSet<>();
        String schema = register.getSchema();
        try (ResultSet tables =
                register.getMetaData().getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!SCRATCH.contains(name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Set<String> rows(Connection register, String table) throws SQLException {
        Set<String> rows = new TreeSet<>();
        try (Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            List<String> columns = columns(row.getMetaData());
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (String column : columns) {
                    text.append(column)
                            .append('=')
                            .append(row.getString(column))
                            .append('|');
                }
                if (!text.toString().startsWith("name=turn|")) {
                    rows.add(text.toString());
                }
            }
        }
        return rows;
    }

    private static List<String> columns(ResultSetMetaData of) throws SQLException {
        Set<String> columns = new java.util.LinkedHashSet<>();
        for (int i = 1; i <= of.getColumnCount(); i++) {
            String name = of.getColumnName(i).toLowerCase(Locale.ROOT);
            if (!MOMENTS.contains(name)) {
                columns.add(name);
            }
        }
        return List.copyOf(columns);
    }
}
