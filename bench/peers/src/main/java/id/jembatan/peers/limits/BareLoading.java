package id.jembatan.peers.limits;

import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.postgresql.PGConnection;

/** The database's own loader into a table without a key, then one statement into a table with the NIK, as written, as its key. */
public final class BareLoading {

    private static final String COLUMNS =
            "no varchar, nik varchar, name varchar, family_card varchar, birth_place varchar,"
                    + " birth_date varchar, sex varchar, address varchar, village varchar, district varchar, occupation varchar,"
                    + " sector varchar, phone varchar, mother_name varchar";

    private BareLoading() {}

    public static void h2(Work work, Phases phases) throws SQLException {
        try (Connection connection = DriverManager.getConnection(work.url());
                Statement statement = connection.createStatement()) {
            phases.done("start");
            statement.execute("create table listed (" + COLUMNS + ")");
            statement.execute(String.format(
                    Locale.ROOT,
                    "insert into listed select * from csvread('%s', null, 'charset=UTF-8 fieldSeparator=%s')",
                    work.list(),
                    work.delimiter()));
            phases.done("load");
            statement.execute("create table worker (" + COLUMNS + ", primary key (nik))");
            statement.execute("merge into worker key (nik) select * from listed where nik is not null");
            phases.done("dedup");
        }
    }

    public static void postgreSql(Work work, Phases phases) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(work.url());
                Statement statement = connection.createStatement();
                Reader list = Files.newBufferedReader(work.list())) {
            phases.done("start");
            statement.execute("create table listed (" + COLUMNS + ")");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy listed from stdin (format csv, header, delimiter '" + work.delimiter() + "')", list);
            phases.done("load");
            statement.execute("create table worker (" + COLUMNS + ", primary key (nik))");
            statement.execute("insert into worker select * from listed where nik is not null on conflict do nothing");
            phases.done("dedup");
        }
    }
}
