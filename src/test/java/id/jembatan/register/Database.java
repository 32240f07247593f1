package id.jembatan.register;

import id.jembatan.stage.Register;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The two databases that a register can rest in. */
public enum Database {
    H2 {
        @Override
        String newUrl(String name) {
            return "jdbc:h2:mem:" + name;
        }
    },
    POSTGRESQL {
        @Override
        String newUrl(String name) {
            Server.run("create schema " + name);
            return Server.urlOf(name);
        }

        /** Quicker than to migrate it: the schema of a register that is migrated once is laid down at once. */
        @Override
        public String newUrl() {
            String url = newUrl(nextName());
            Server.run(Migrated.REGISTER.replace(Migrated.SCHEMA, url.substring(url.lastIndexOf('=') + 1)));
            return url;
        }
    };

    private static final AtomicInteger OPENED = new AtomicInteger();

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    abstract String newUrl(String name);

    /** The address of a new, empty register, for {@link #USER} and {@link #PASSWORD}; it may be migrated already. */
    public String newUrl() {
        return newUrl(nextName());
    }

    /** The address of a new database in which there is nothing at all, for {@link #USER} and {@link #PASSWORD}. */
    public String newBareUrl() {
        return newUrl(nextName());
    }

    private static String nextName() {
        return "register_" + OPENED.incrementAndGet();
    }

    /** A new, empty register; it is gone when it is closed, or with the tests. */
    public Register open() {
        return Register.open(newUrl(), USER, PASSWORD, 4);
    }

    /** A new, empty register as large as the disk: for measuring. */
    public Register openOnDisk() throws IOException {
        String name = nextName();
        return this == H2
                ? Register.open(
                        "jdbc:h2:file:" + Files.createTempDirectory(name).resolve(name)
                                + ";WRITE_DELAY=0;CACHE_SIZE=32768",
                        USER,
                        PASSWORD,
                        4)
                : Register.open(newUrl(name), USER, PASSWORD, 4);
    }

    /** Takes everything out of a register again: faster than a new one. */
    public static void empty(Register register) {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : new String[] {
                "payment",
                "purge",
                "purging",
                "purging_row",
                "purging_answer",
                "answer_question",
                "line_answer",
                "answer_row",
                "answer_file",
                "answering",
                "notice_row",
                "notice",
                "nik_verdict",
                "decision_entry",
                "decision",
                "iuran_line",
                "iuran_month",
                "batch_line",
                "batch",
                "entry",
                "row_outcome",
                "look_alike",
                "leaving",
                "told_person",
                "leaver_proposal",
                "drop_moment",
                "likeness",
                "name_word",
                "drop_row",
                "drop_log",
                "settling",
                "known_nik",
                "repair",
                "review_row",
                "review",
                "claim_case",
                "night",
                "journal_outbox",
                "journal_mark",
                "audit_mark",
                "console_user",
                "programme"
            }) {
                statement.execute("delete from " + table);
            }
            statement.execute("update counter set last_given = 0");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One server for all tests of this process; it stops with the process. */
    private static final class Server {

        static final EmbeddedPostgres ONE = start();

        static String urlOf(String schema) {
            return ONE.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema;
        }

        static void run(String sql) {
            try (Connection connection = ONE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** All migrations as one script, and what Flyway noted of them: it proves both when the register is opened. */
    private static final class Migrated {

        static final String SCHEMA = "migrated_register";
        private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
        static final String REGISTER = script();

        private static String script() {
            Register.open(POSTGRESQL.newUrl("migrated_once"), USER, PASSWORD, 2).close();
            StringBuilder script = new StringBuilder("set search_path to " + SCHEMA + ";\n");
            try (Stream<Path> files = Files.list(MIGRATIONS)) {
                for (Path file :
                        files.sorted(Comparator.comparing(Migrated::version)).toList()) {
                    script.append(Files.readString(file)).append("\n;\n");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return script + """
                    create table flyway_schema_history (like migrated_once.flyway_schema_history including all);
                    insert into flyway_schema_history select * from migrated_once.flyway_schema_history;
                    """;
        }

        private static int version(Path migration) {
            return Integer.parseInt(migration.getFileName().toString().replaceFirst("V([0-9]+)__.*", "$1"));
        }
    }
}
