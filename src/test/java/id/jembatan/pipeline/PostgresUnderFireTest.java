package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Outcome;
import id.jembatan.register.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A register on a PostgreSQL that is restarted, cuts connections, keeps others waiting or only reads for a while: the line
 * waits, says why, and goes on by itself; nothing is parked or lost.
 */
class PostgresUnderFireTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String LIST = HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n";
    private static final int LISTS = 4;
    private static final AtomicInteger MADE = new AtomicInteger();

    @TempDir
    private Path folder;

    private final String name = "fire_" + MADE.incrementAndGet();

    /** A database of its own, whose settings are nobody else's. */
    private RunningHouse open() throws Exception {
        String server = Database.POSTGRESQL.newUrl();
        administer("create database " + name);
        String url = server.replaceFirst("/[^/?]*(\\?.*)?$", "/" + name);
        return new RunningHouse(
                folder.resolve("home"),
                Map.of(
                        "jembatan.db.url", url,
                        "jembatan.db.user", Database.USER,
                        "jembatan.db.password", Database.PASSWORD));
    }

    private static void administer(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(Database.POSTGRESQL.newUrl(), Database.USER, Database.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void cutAll() throws SQLException {
        administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name + "'");
    }

    private static void assertAnswered(RunningHouse running) {
        assertEquals(
                List.of(Step.REPLIED),
                running.drops().stream().map(LoggedDrop::step).distinct().toList());
        for (LoggedDrop drop : running.drops()) {
            assertTrue(Files.exists(running.of("reply", drop).resolve("summary.json")));
            assertFalse(Files.exists(running.of("parked", drop)));
        }
    }

    /** What the house says of its line while it stands. */
    private static String stopped(RunningHouse running) throws Exception {
        return String.join("; ", new HouseHealth(running.house()).reasons());
    }

    @Test
    void connectionsAreCutInTheMiddleOfASettlement() throws Exception {
        try (RunningHouse running = open()) {
            AtomicInteger tries = new AtomicInteger();
            running.before("settle-place-people", "settle-rows", () -> {
                if (tries.incrementAndGet() == 1) {
                    running.house().register().runInTransaction(() -> {
                        running.house().log().now();
                        try {
                            cutAll();
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                        running.house().log().now();
                    });
                }
                return tries;
            });
            running.drop("a.csv", LIST);

            assertFalse(running.pass());
            String why = stopped(running);
            assertTrue(running.pass());

            assertTrue(why.contains("57P01, the database stops or starts"), why);
            assertAnswered(running);
            assertFalse(stopped(running).contains("LINE_STOPPED"));
        }
    }

    /** Whenever they are cut: between two statements, in a transaction, while people are copied. */
    @Test
    void connectionsAreCutAgainAndAgain() throws Exception {
        try (RunningHouse running = open()) {
            for (int list = 0; list < LISTS; list++) {
                running.drop(
                        "list-" + list + ".csv",
                        HEADER + "9203011205809001,YOSEP HINDOM,%02d-05-1980\n".formatted(list + 1));
            }
            Thread cutting = new Thread(
                    () -> {
                        try {
                            for (int cuts = 0; cuts < 25; cuts++) {
                                cutAll();
                                administer("select pg_sleep(0.04)");
                            }
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    "cutting");
            cutting.start();
            running.service().openIntake();
            cutting.join();
            while (!running.service().awaitIdle()) {
                assertTrue(cutting.getState() == Thread.State.TERMINATED);
            }
            running.service().closeIntake();

            assertEquals(LISTS, running.drops().size());
            assertAnswered(running);
            assertEquals(
                    1,
                    running.drops().stream()
                            .mapToLong(drop -> drop.outcomes().of(Outcome.ACCEPTED))
                            .sum());
        }
    }

    @Test
    void somebodyElseHoldsALockForLongerThanTheServersLimit() throws Exception {
        try (RunningHouse running = open()) {
            administer("alter database " + name + " set lock_timeout = '200ms'");
            cutAllOf(running);
            String url = Database.POSTGRESQL.newUrl().replaceFirst("/[^/?]*(\\?.*)?$", "/" + name);
            try (Connection other = DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
                    Statement lock = other.createStatement()) {
                other.setAutoCommit(false);
                lock.execute("lock table entry in access exclusive mode");
                running.drop("a.csv", LIST);

                assertFalse(running.pass());
                String why = stopped(running);
                other.rollback();
                assertTrue(running.pass());

                assertTrue(why.contains("55P03, another transaction was in the way"), why);
                assertAnswered(running);
            }
        }
    }

    /** A limit that a statement meets once is one drop's fault, which is tried again. */
    @Test
    void aStatementIsBrokenOffOnce() throws Exception {
        try (RunningHouse running = open()) {
            AtomicInteger tries = new AtomicInteger();
            running.before("settle-place-people", "settle-rows", () -> {
                if (tries.incrementAndGet() == 1) {
                    running.house().register().runInTransaction(() -> {
                        JdbcTemplate sql =
                                new JdbcTemplate(running.house().register().dataSource());
                        sql.execute("set local statement_timeout = '50ms'");
                        sql.execute("select pg_sleep(5)");
                    });
                }
                return tries;
            });
            running.drop("a.csv", LIST);

            assertTrue(running.pass());

            assertTrue(tries.get() > 1);
            assertAnswered(running);
        }
    }

    @Test
    void theServerOnlyReadsForAWhile() throws Exception {
        try (RunningHouse running = open()) {
            administer("alter database " + name + " set default_transaction_read_only = on");
            cutAllOf(running);
            running.drop("a.csv", LIST);

            assertFalse(running.pass());
            String why = stopped(running);
            administer("alter database " + name + " reset default_transaction_read_only");
            cutAllOf(running);
            assertTrue(running.pass());

            assertTrue(why.contains("25006, the database only reads"), why);
            assertAnswered(running);
        }
    }

    /** New connections have the new setting. */
    private void cutAllOf(RunningHouse running) throws SQLException {
        cutAll();
        running.house().log().now();
    }
}
