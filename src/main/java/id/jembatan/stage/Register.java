package id.jembatan.stage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register's database, brought to the newest schema when it is opened: H2 in a file of the home, or a shared
 * PostgreSQL. Everything of this room works through it.
 */
public final class Register implements AutoCloseable {

    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /** How long to wait for a database that does not answer before the line stands still. */
    private static final long PATIENCE_MS = 5_000;

    /** Whoever waits for the turn of a long settlement must not be told that it is a fault. */
    private static final String WAIT_FOR_LOCKS = "set lock_timeout 1800000";

    private final HikariDataSource pool;
    private final Optional<EmbeddedRegister> embedded;
    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final TransactionTemplate transaction;

    private Register(HikariDataSource pool, Optional<EmbeddedRegister> embedded) {
        this.pool = pool;
        this.embedded = embedded;
        this.jdbc = new JdbcTemplate(pool);
        jdbc.setFetchSize(ROWS_AT_A_TIME);
        this.client = JdbcClient.create(jdbc);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
    }

    /**
     * Opens a database by its address and migrates it.
     *
     * @param connections at most that many at once
     */
    public static Register open(String url, String user, String password, int connections) {
        return open(url, user, password, connections, Optional.empty());
    }

    /**
     * Opens the H2 file of a home, together with the other processes that work in it, and migrates it.
     *
     * @param folder the home's {@code db/}
     * @param options appended to the address of the file
     * @param connections at most that many at once
     */
    public static Register openEmbedded(Path folder, String options, String user, String password, int connections) {
        EmbeddedRegister embedded = EmbeddedRegister.open(folder, options);
        try {
            return open(embedded.url(), user, password, connections, Optional.of(embedded));
        } catch (RuntimeException e) {
            embedded.close();
            throw e;
        }
    }

    private static Register open(
            String url, String user, String password, int connections, Optional<EmbeddedRegister> embedded) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setPoolName("register");
        config.setConnectionTimeout(PATIENCE_MS);
        if (isPostgresql(url)) {
            config.addDataSourceProperty("reWriteBatchedInserts", "true");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "jembatan");
            config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the row
        } else {
            config.setConnectionInitSql(WAIT_FOR_LOCKS);
        }
        HikariDataSource pool = new HikariDataSource(config);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
        return new Register(pool, embedded);
    }

    /** For Camel's own look-ups. */
    public DataSource dataSource() {
        return pool;
    }

    /** Runs the work in one transaction; any exception takes all of it back. */
    public <T> T inTransaction(Supplier<T> work) {
        T result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("a transaction's work gives a result");
        }
        return result;
    }

    /** Runs the work in one transaction; any exception takes all of it back. */
    public void runInTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private static boolean isPostgresql(String url) {
        return url.startsWith(POSTGRESQL);
    }

    boolean isPostgresql() {
        return isPostgresql(pool.getJdbcUrl());
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

    @Override
    public void close() {
        pool.close();
        embedded.ifPresent(EmbeddedRegister::close);
    }
}
