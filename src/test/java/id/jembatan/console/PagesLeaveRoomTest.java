package id.jembatan.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Role;
import id.jembatan.register.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However many people click, the line of drops finds a connection of the database. */
class PagesLeaveRoomTest {

    private static final int CONNECTIONS = 4;
    private static final int PEOPLE = 12;
    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where application_name = 'jembatan' and wait_event_type = 'Lock' and query like '%drop_log%'""";

    @TempDir
    private Path home;

    @Test
    void halfOfTheConnectionsAreNeverAPages() throws Exception {
        String url = Database.POSTGRESQL.newUrl();
        Map<String, String> settings = Map.of(
                "jembatan.db.url",
                url,
                "jembatan.db.user",
                Database.USER,
                "jembatan.db.password",
                Database.PASSWORD,
                "jembatan.db.connections",
                Integer.toString(CONNECTIONS));
        try (OpenConsole console = new OpenConsole(home.resolve("home"), settings);
                Connection other = DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
                Connection onlooker = DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
                Statement statement = other.createStatement()) {
            LoggedDrop drop = console.drop(
                    OpenConsole.PETANI,
                    "daftar.csv",
                    "NIK;NAMA;TANGGAL LAHIR\n7110015205809001;SITI MOKODOMPIT;12-05-1980\n");
            Visitor operator = console.signedIn("ani", Role.OPERATOR, "");
            String page = "/drops/" + drop.receipt().number();
            assertEquals(200, operator.get(page).statusCode());
            other.setAutoCommit(false);
            statement.execute("lock table drop_log in access exclusive mode");
            ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                answers.add(people.submit(() -> operator.get(page).statusCode()));
            }

            int most = mostWaiting(onlooker);

            other.rollback();
            for (Future<Integer> answer : answers) {
                assertEquals(200, answer.get());
            }
            people.shutdown();
            // the index of names looks too, by the connections that are not the pages'
            assertTrue(most >= CONNECTIONS / 2 && most <= CONNECTIONS / 2 + 1, most + " of " + CONNECTIONS);
        }
    }

    /** The most that wait at once, seen until the pages have come (a busy machine takes its time) and a second longer. */
    private static int mostWaiting(Connection onlooker) throws Exception {
        Instant patience = Instant.now().plusSeconds(60);
        int most = 0;
        int further = 20;
        while (further > 0 && Instant.now().isBefore(patience)) {
            most = Math.max(most, count(onlooker));
            if (most >= CONNECTIONS / 2) {
                further--;
            }
            Thread.sleep(50);
        }
        return most;
    }

    /** Each look in a transaction of its own: within one, PostgreSQL shows the same picture of its sessions again. */
    private static int count(Connection onlooker) throws Exception {
        try (Statement statement = onlooker.createStatement();
                ResultSet waiting = statement.executeQuery(WAITING)) {
            waiting.next();
            return waiting.getInt(1);
        }
    }
}
