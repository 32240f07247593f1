package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.pipeline.Faults;
import id.jembatan.stage.Register;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The embedded register's file grows with what is in it, and not with what was changed; gathering its room risks nothing. */
class RoomIsGivenBackTest {

    private static final int WORDS = 100_000;
    private static final int CHANGES = 80;
    private static final int CHANGED_AT_ONCE = 40;
    private static final int NIGHTS = 4;

    /** Without compaction it is more than twenty times. */
    private static final int MOST_ROOM = 12;

    private static final int CUTS = 5;

    /** H2 does not use room again before that, in milliseconds; by itself after 45 s. */
    private static final int RETENTION = 300;

    private static final String OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;RETENTION_TIME=" + RETENTION;

    private final Random random = new Random(7);

    @TempDir
    Path folder;

    @Test
    void theFileStopsGrowingWhereOnlyRowsChange() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("register") + OPTIONS;
        long open;
        try (Register register = Register.open(url, "jembatan", "", 3)) {
            JdbcTemplate jdbc = fill(register);
            for (int night = 1; night <= NIGHTS; night++) {
                change(register, jdbc);
                Thread.sleep(2 * RETENTION);
                register.compact();
            }
            open = size();
            assertEquals(WORDS, count(jdbc));
        }
        try (Connection connection = DriverManager.getConnection(url, "jembatan", "");
                Statement statement = connection.createStatement()) {
            statement.execute("shutdown compact");
        }
        assertTrue(open <= MOST_ROOM * size(), open + " bytes, of which the rows need " + size());
    }

    /**
     * Twice: the second time it writes where the first has made room. A disk that leaves out some of what it was not yet
     * forced to write can spoil H2's file in the middle of any commit; what must not be is a register that seems whole.
     */
    @Test
    void aPowerCutInTheMiddleLosesNothing() throws Exception {
        RecordedDisk.register();
        Path file = folder.resolve("cut.mv.db");
        try (Register register =
                Register.open("jdbc:h2:recorded:" + folder.resolve("cut") + OPTIONS, "jembatan", "", 3)) {
            JdbcTemplate jdbc = fill(register);
            for (int time = 1; time <= 2; time++) {
                change(register, jdbc);
                Thread.sleep(2 * RETENTION);
                long words = sum(jdbc);
                RecordedDisk.record(file);
                register.compact();
                int steps = RecordedDisk.count();
                assertTrue(steps >= CUTS, steps + " steps");
                for (int cut = 0; cut <= CUTS; cut++) {
                    int step = (int) ((long) cut * steps / CUTS);
                    for (RecordedDisk.Left left : RecordedDisk.Left.values()) {
                        String where = "cut at " + step + " of " + steps + ", left " + left;
                        OptionalLong survived = sumAfter(step, left);
                        assertEquals(words, survived.orElse(words), where);
                        assertTrue(survived.isPresent() || left == RecordedDisk.Left.SOME, () -> where + ": damaged");
                    }
                }
            }
        }
    }

    /** Nothing where the register's file is refused as damaged. */
    private OptionalLong sumAfter(int step, RecordedDisk.Left left) throws IOException, SQLException {
        Path survived = folder.resolve("survived.mv.db");
        RecordedDisk.survive(survived, step, left, random);
        try (Connection connection =
                DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("survived") + OPTIONS, "jembatan", "")) {
            return OptionalLong.of(sum(new JdbcTemplate(new SingleConnectionDataSource(connection, true))));
        } catch (SQLException | DataAccessException e) {
            if (Faults.isDamagedRegister(e)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    private static JdbcTemplate fill(Register register) {
        JdbcTemplate jdbc = new JdbcTemplate(register.dataSource());
        jdbc.update(
                "insert into name_word (word, row_id) select mod(x * 7919, 100003), x from system_range(1, ?)", WORDS);
        return jdbc;
    }

    private void change(Register register, JdbcTemplate jdbc) {
        for (int i = 0; i < CHANGES; i++) {
            List<Object[]> words = random.ints(CHANGED_AT_ONCE, 0, WORDS)
                    .mapToObj(word -> new Object[] {word})
                    .toList();
            register.inTransaction(
                    () -> jdbc.batchUpdate("update name_word set row_id = row_id + 1000000 where word = ?", words));
        }
    }

    private long size() throws IOException {
        return Files.size(folder.resolve("register.mv.db"));
    }

    private static int count(JdbcTemplate jdbc) {
        return Objects.requireNonNull(jdbc.queryForObject("select count(*) from name_word", Integer.class));
    }

    private static long sum(JdbcTemplate jdbc) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select sum(word * mod(row_id, 1009)) from name_word", Long.class));
    }
}
