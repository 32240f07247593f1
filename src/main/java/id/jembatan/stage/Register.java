package id.jembatan.stage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.jembatan.domain.OperatorNeeded;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register's database, brought to the newest schema when it is opened: H2 in a file of the home, or a shared
 * PostgreSQL. Everything of this room works through it.
 */
public final class Register implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Register.class);
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** How long to wait for a database that does not answer before the line stands still. */
    private static final long PATIENCE_MS = 5_000;

    /** Whoever waits for the turn of a long settlement must not be told that it is a fault. */
    private static final String WAIT_FOR_LOCKS = "set lock_timeout 1800000";

    /** H2: the database was closed, as it was asked to; in the words of who has its file, and of who comes through that one. */
    private static final Set<Integer> CLOSED = Set.of(90121, 90098, 90067);

    static {
        // a connection is asked whether it still lives whenever it is borrowed: the database may have been away
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    }

    private final HikariDataSource pool;
    private final boolean postgresql;
    private final Optional<EmbeddedRegister> embedded;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;

    private Register(HikariDataSource pool, boolean postgresql, Optional<EmbeddedRegister> embedded) {
        this.pool = pool;
        this.postgresql = postgresql;
        this.embedded = embedded;
        this.jdbc = new JdbcTemplate(pool);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        this.client = JdbcClient.create(jdbc);
        this.transaction =
                new TransactionTemplate(postgresql ? new DataSourceTransactionManager(pool) : new ForcedCommits(pool));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Opens a database by its address and migrates it.
     *
     * @param connections at most that many at once
     * @throws OperatorNeeded when a newer program has migrated it already
     */
    public static Register open(String url, String user, String password, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        boolean postgresql = url.startsWith(POSTGRESQL);
        if (postgresql) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "jembatan");
            config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the row
        }
        return open(config, user, password, connections, postgresql, Optional.empty());
    }

    /**
     * Opens the H2 file of a home, together with the other processes that work in it, and migrates it.
     *
     * @param folder the home's {@code db/}
     * @param options appended to the address of the file
     * @param connections at most that many at once
     */
    public static Register openEmbedded(Path folder, String options, String user, String password, int connections) {
        EmbeddedRegister embedded = new EmbeddedRegister(folder, options, PATIENCE_MS);
        HikariConfig config = new HikariConfig();
        config.setDataSource(embedded);
        // the process that lets this one in may end at any moment: a connection is proved each time that it is taken
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
        try {
            return open(config, user, password, connections, false, Optional.of(embedded));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    private static Register open(
            HikariConfig config,
            String user,
            String password,
            int connections,
            boolean postgresql,
            Optional<EmbeddedRegister> embedded) {
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1); // others are opened when they are asked for: most commands need one or two
        config.setPoolName("register");
        config.setConnectionTimeout(PATIENCE_MS);
        if (!postgresql) {
            config.setConnectionInitSql(WAIT_FOR_LOCKS);
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            migrate(
                    Flyway.configure()
                            .dataSource(pool)
                            .locations("classpath:db/migration")
                            .load(),
                    embedded.isPresent());
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return new Register(pool, postgresql, embedded);
    }

    /** The process that has the file may end meanwhile: then this one has it, or the next, and begins again. */
    private static void migrate(Flyway schema, boolean shared) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (true) {
            try {
                migrate(schema);
                return;
            } catch (FlywayException e) {
                if (!shared || !isOfClosing(e) || System.nanoTime() - end > 0) {
                    throw e;
                }
                LOG.info("whoever had the register has ended: opening it again");
            }
        }
    }

    private static boolean isOfClosing(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && CLOSED.contains(e.getErrorCode())) {
                return true;
            }
        }
        return false;
    }

    /** What a newer program has changed, an older one does not know: it would write what that one can no longer read. */
    private static void migrate(Flyway schema) {
        List<MigrationInfo> all = List.of(schema.info().all());
        for (MigrationInfo each : all) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new OperatorNeeded("register.newer", each.getVersion(), newestKnown(all));
            }
        }
        schema.migrate();
    }

    private static MigrationVersion newestKnown(List<MigrationInfo> all) {
        return all.stream()
                .filter(each -> each.getState() != MigrationState.FUTURE_SUCCESS)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** For Camel's own look-ups. */
    public DataSource dataSource() {
        return pool;
    }

    /** Runs the work in one transaction; any exception takes all of it back. */
    public <T> T inTransaction(Supplier<T> work) {
        T result = transact(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction's work gives a result");
        }
        return result;
    }

    /** Runs the work in one transaction of which nothing stays. */
    <T> T inTransactionTakenBack(Supplier<T> work) {
        T result = transact(status -> {
            status.setRollbackOnly();
            return work.get();
        });
        if (result == null) {
            throw new IllegalStateException("a transaction's work gives a result");
        }
        return result;
    }

    /** Runs the work in one transaction; any exception takes all of it back. */
    public void runInTransaction(Runnable work) {
        inTransaction(() -> {
            work.run();
            return true;
        });
    }

    /** Where a connection is cut its rollback fails too: what counts is what cut it, which is named by its state. */
    private <T> @Nullable T transact(TransactionCallback<T> work) {
        try {
            return transaction.execute(work);
        } catch (TransactionSystemException e) {
            if (e.getApplicationException() instanceof RuntimeException fault) {
                fault.addSuppressed(e);
                throw fault;
            }
            throw e;
        }
    }

    /**
     * Lets PostgreSQL look at a table into which much was just loaded: it thinks of rows that it has not seen yet as none, and
     * goes through all of them for each.
     */
    void analyze(String table) {
        if (postgresql) {
            jdbc.execute("analyze " + table);
        }
    }

    boolean isPostgresql() {
        return postgresql;
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    JdbcClient client() {
        return client;
    }

    /** The next number of a counter; whoever else asks waits until this transaction ends, so no number is lost. */
    long next(String counter) {
        client.sql("update counter set last_given = last_given + 1 where name = ?")
                .param(counter)
                .update();
        return client.sql("select last_given from counter where name = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    /** The number was given, and is not given again, whatever becomes of what it names. */
    void raise(String counter, long given) {
        client.sql("update counter set last_given = greatest(last_given, ?) where name = ?")
                .params(given, counter)
                .update();
    }

    /** The last number that a counter gave. */
    long lastGiven(String counter) {
        return client.sql("select last_given from counter where name = ?")
                .param(counter)
                .query(Long.class)
                .single();
    }

    /** Whether nothing was ever received into it or recorded of it. */
    public boolean isEmpty() {
        return lastGiven("journal") == 0 && lastGiven("receipt") == 0;
    }

    /** Waits until nobody else settles or freezes; the turn ends with the transaction. */
    void takeTurn() {
        next("turn");
    }

    /** Lets an embedded register use the room in its file again that nothing needs any more; a server does so by itself. */
    public void compact() {
        if (postgresql) {
            return;
        }
        try (Connection connection = pool.getConnection()) {
            Compaction.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("the register cannot be compacted", e);
        }
    }

    /** Whose bytes a purge must not leave in the database's files. */
    private static final List<String> OF_PEOPLE = List.of(
            "drop_row",
            "likeness",
            "name_word",
            "entry",
            "review",
            "claim_case",
            "nik_verdict",
            "decision",
            "told_person",
            "answer_row",
            "line_answer",
            "purging",
            "journal_outbox");

    /**
     * Leaves no byte of deleted rows in the database's own files: what a delete leaves there can be read for years. An
     * embedded register is closed for it and opened again by who next asks; a PostgreSQL rewrites the tables.
     */
    public void dropDeletedBytes() {
        if (postgresql) {
            OF_PEOPLE.forEach(table -> jdbc.execute("vacuum full " + table));
        } else if (embedded.isPresent()) {
            new OthersAtWork(client).letFinish();
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("shutdown compact");
            } catch (SQLException e) {
                if (!CLOSED.contains(e.getErrorCode())) {
                    throw new IllegalStateException("the register cannot be compacted", e);
                }
            }
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /**
     * After a fault: those in hand are closed when they are given back, the others at once. H2 gives up a file that it could
     * not write, and opens it again only for connections that did not know it then.
     */
    public void renewConnections() {
        if (embedded.isPresent()) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    @Override
    public void close() {
        if (embedded.filter(EmbeddedRegister::isServing).isPresent()) {
            new OthersAtWork(client).letFinish();
        }
        pool.close();
        embedded.ifPresent(EmbeddedRegister::close);
    }
}
