package id.jembatan.register;

import id.jembatan.stage.Register;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

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
            try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Server.ONE.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + name;
        }
    };

    private static final AtomicInteger OPENED = new AtomicInteger();

    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    abstract String newUrl(String name);

    /** The address of a new, empty database, for {@link #USER} and {@link #PASSWORD}. */
    public String newUrl() {
        return newUrl("register_" + OPENED.incrementAndGet());
    }

    /** A new, empty register; it is gone when it is closed, or with the tests. */
    public Register open() {
        return Register.open(newUrl(), USER, PASSWORD, 4);
    }

    /** A new, empty register as large as the disk: for measuring. */
    public Register openOnDisk() throws IOException {
        String name = "register_" + OPENED.incrementAndGet();
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
}
