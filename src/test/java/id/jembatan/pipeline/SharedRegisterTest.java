package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.register.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A register on a PostgreSQL that others use too, and that is not always there. */
class SharedRegisterTest {

    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final int LISTS = 6;

    @TempDir
    private Path folder;

    @Test
    void theLineStandsStillWhileTheDatabaseIsAwayAndGoesOnByItself() throws Exception {
        int port = freePort();
        EmbeddedPostgres first = server(port);
        AtomicBoolean away = new AtomicBoolean();
        try (RunningHouse running =
                new RunningHouse(folder.resolve("home"), at(first.getJdbcUrl("postgres", "postgres"), "node1"))) {
            running.before("settle-place-people", "settle-rows", () -> {
                if (!away.getAndSet(true)) {
                    first.close();
                }
                return away;
            });
            running.drop("a.csv", HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n");

            assertFalse(running.pass());

            EmbeddedPostgres second = server(port);
            assertTrue(running.pass());

            LoggedDrop drop = running.drops().get(0);
            assertEquals(Step.REPLIED, drop.step());
            assertTrue(Files.exists(running.of("reply", drop).resolve("summary.json")));
            assertFalse(Files.exists(running.of("parked", drop)));
            second.close();
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "off")
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    @Test
    void twoNodesGiveTheSameRegisterAsOne() throws Exception {
        String ofOne = Database.POSTGRESQL.newUrl();
        String ofTwo = Database.POSTGRESQL.newUrl();

        try (RunningHouse one = new RunningHouse(folder.resolve("one"), at(ofOne, "node1"))) {
            putLists(folder.resolve("one"));
            assertTrue(one.pass());
        }
        Path shared = folder.resolve("two");
        try (RunningHouse first = new RunningHouse(shared, at(ofTwo, "node1"));
                RunningHouse second = new RunningHouse(shared, at(ofTwo, "node2"))) {
            putLists(shared);
            CompletableFuture<Boolean> other = CompletableFuture.supplyAsync(() -> {
                try {
                    return second.pass();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertTrue(first.pass());
            assertTrue(other.get());
        }

        assertEquals(register(ofOne), register(ofTwo));
    }

    @Test
    void aDropIsTakenOverOnlyWhenItsLeaseIsOver() throws Exception {
        String url = Database.POSTGRESQL.newUrl();
        try (RunningHouse first = new RunningHouse(folder.resolve("home"), at(url, "node1"));
                RunningHouse second = new RunningHouse(folder.resolve("home"), at(url, "node2"))) {
            JdbcTemplate sql = sql(url);
            first.before("settle-place-people", "settle-rows", () -> {
                assertFalse(second.house().log().leases().claim(1, java.time.Duration.ofMinutes(1)));
                sql.update("update drop_log set lease_until = current_timestamp - interval '1' second");
                assertTrue(second.house().log().leases().claim(1, java.time.Duration.ofMinutes(1)));
                first.house().log().leases().requireOurs(1);
                return sql;
            });
            first.drop("a.csv", HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n");

            assertFalse(first.pass());

            assertEquals(Step.READ, first.drops().get(0).step());
            assertFalse(Files.exists(first.of("parked", first.drops().get(0))));
            assertTrue(second.pass());
            assertEquals(Step.REPLIED, first.drops().get(0).step());
        }
    }

    /** Nobody holds an answered drop any more; but it is not for whoever stood still meanwhile to read it anew. */
    @Test
    void aNodeThatGoesOnAfterAnotherHasAnsweredItsDropTouchesNoRowOfIt() throws Exception {
        String url = Database.POSTGRESQL.newUrl();
        try (RunningHouse first = new RunningHouse(folder.resolve("home"), at(url, "node1"));
                RunningHouse second = new RunningHouse(folder.resolve("home"), at(url, "node2"))) {
            JdbcTemplate sql = sql(url);
            AtomicBoolean stoodStill = new AtomicBoolean();
            first.before("read-judge-rows", "begin-reading", () -> {
                if (!stoodStill.getAndSet(true)) {
                    sql.update("update drop_log set lease_until = current_timestamp - interval '1' second");
                    assertTrue(second.pass());
                    assertEquals(Step.REPLIED, second.drops().get(0).step());
                    sql.update("update drop_row set note = 'as it was settled'");
                }
                return stoodStill;
            });
            first.drop("a.csv", HEADER + "9203011205809001,YOSEP HINDOM,12-05-1980\n");

            assertFalse(first.pass());

            assertEquals(List.of("as it was settled"), sql.queryForList("select note from drop_row", String.class));
            assertTrue(first.pass());
        }
    }

    private static Map<String, String> at(String url, String node) {
        return Map.of(
                "jembatan.db.url",
                url,
                "jembatan.db.user",
                Database.USER,
                "jembatan.db.password",
                Database.PASSWORD,
                "jembatan.node",
                node);
    }

    /** Lists that overlap, and one that came already: who is settled first decides who is who. */
    private static void putLists(Path home) throws IOException {
        for (int list = 0; list <= LISTS; list++) {
            int from = list % LISTS * 100;
            StringBuilder text = new StringBuilder(HEADER);
            IntStream.range(from, from + 300)
                    .forEach(i ->
                            text.append("92030112%02d80%04d,ORANG KARANGAN,\n".formatted(i % 12 + 1, 9000 + i / 12)));
            Path aside = Files.writeString(home.resolve("work/list"), text);
            Files.setLastModifiedTime(
                    aside, FileTime.from(Instant.parse("2025-01-01T00:00:00Z").plusSeconds(list)));
            Files.move(aside, home.resolve("drop").resolve(RunningHouse.FAKFAK).resolve("list-" + list + ".csv"));
        }
    }

    private static List<String> register(String url) {
        JdbcTemplate sql = sql(url);
        List<String> rows = sql.query(
                "select receipt, drop_id, file_name, step, status, first_receipt, outcomes, places from drop_log order by 1",
                (row, i) -> IntStream.rangeClosed(1, 8)
                        .mapToObj(column -> text(row, column))
                        .toList()
                        .toString());
        rows.addAll(sql.query(
                "select row_id, state, data_row_id from entry order by 1", (row, i) -> IntStream.rangeClosed(1, 3)
                        .mapToObj(column -> text(row, column))
                        .toList()
                        .toString()));
        return rows;
    }

    private static String text(java.sql.ResultSet row, int column) {
        try {
            return String.valueOf(row.getString(column));
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JdbcTemplate sql(String url) {
        return new JdbcTemplate(new DriverManagerDataSource(url, Database.USER, Database.PASSWORD));
    }
}
