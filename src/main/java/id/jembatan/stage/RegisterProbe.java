package id.jembatan.stage;

import id.jembatan.disk.Journal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Asks the database whether it keeps what it is told; changes nothing. */
public final class RegisterProbe {

    private static final int POSTGRESQL_AT_LEAST = 150_000;

    private final Register register;

    public RegisterProbe(Register register) {
        this.register = register;
    }

    /** What it is, for people. */
    public String version() {
        return register.isPostgresql() ? "PostgreSQL " + ask("show server_version") : "H2 " + ask("select h2version()");
    }

    /** Whether it is one that we can work with: MERGE, and every letter. */
    public boolean isFit() {
        return !register.isPostgresql()
                || (Integer.parseInt(ask("show server_version_num")) >= POSTGRESQL_AT_LEAST
                        && ask("show server_encoding").equals("UTF8"));
    }

    /** Whether a commit is on the disk when it returns, as far as the database says. */
    public boolean commitsDurably() {
        if (register.isPostgresql()) {
            return !ask("show synchronous_commit").equals("off")
                    && ask("show fsync").equals("on");
        }
        List<String> delays = register.client()
                .sql("select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .list();
        return !delays.isEmpty() && delays.stream().allMatch("0"::equals);
    }

    /** Commits a change that changes nothing: whether it can be written to at all. */
    public void commit() {
        register.runInTransaction(() -> register.client()
                .sql("update counter set last_given = last_given where name = 'turn'")
                .update());
    }

    /** When something was received last. */
    public Optional<Instant> lastReceived() {
        return register.client()
                .sql("select max(received_at) from drop_log")
                .query((row, i) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** Whether it wrote the journal that ends so. */
    public boolean wrote(Optional<Journal.Mark> last) {
        JournalOutbox outbox = new JournalOutbox(register);
        return last.map(outbox::wrote).orElseGet(() -> outbox.lastGiven() == 0);
    }

    private String ask(String sql) {
        return register.client().sql(sql).query(String.class).single();
    }
}
