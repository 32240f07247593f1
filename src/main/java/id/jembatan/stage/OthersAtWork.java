package id.jembatan.stage;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other processes that came into the embedded register through this one, which is about to close its file. */
final class OthersAtWork {

    private static final Logger LOG = LoggerFactory.getLogger(OthersAtWork.class);

    /** Whom the end of this process would interrupt. */
    private static final String AT_WORK = """
            select count(*) from information_schema.sessions
            where session_id <> session_id() and (executing_statement is not null or contains_uncommitted)
            """;

    /** Who is between two statements, and would be cut off in the middle of what it does. */
    private static final String AWAKE = """
            select count(*) from information_schema.sessions
            where client_addr is not null and sleep_since > dateadd(millisecond, -300, current_timestamp)
            """;

    private static final long A_MOMENT_MS = 20;

    /** Somebody who never sleeps for long, a large list say, is let go between two statements: it tries again. */
    private static final long AWAKE_AT_MOST_NS = TimeUnit.SECONDS.toNanos(2);

    private final JdbcClient client;

    OthersAtWork(JdbcClient client) {
        this.client = client;
    }

    /** They finish the transaction in hand; the next one goes its own way. */
    void letFinish() {
        try {
            long end = System.nanoTime() + AWAKE_AT_MOST_NS;
            while (count(AT_WORK) > 0 || (System.nanoTime() - end < 0 && count(AWAKE) > 0)) {
                Thread.sleep(A_MOMENT_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException e) {
            LOG.warn(
                    "the register cannot say who else works in it: {}",
                    e.getClass().getName());
        }
    }

    private long count(String sql) {
        return client.sql(sql).query(Long.class).single();
    }
}
