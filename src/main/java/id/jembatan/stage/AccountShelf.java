package id.jembatan.stage;

import id.jembatan.domain.Account;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who may sign in at the console; one statement, one method. */
public final class AccountShelf {

    private final Register register;

    public AccountShelf(Register register) {
        this.register = register;
    }

    /**
     * An account with its secret.
     *
     * @param password its hash
     * @param oneTimeUntil until when a password that was given out can be used, once; empty where its owner chose it
     * @param lockedUntil empty = not locked
     */
    public record Locker(
            Account account, String password, Optional<Instant> oneTimeUntil, Optional<Instant> lockedUntil) {

        @Override
        public String toString() {
            return account.toString();
        }
    }

    public Optional<Locker> find(String name) {
        return register.client()
                .sql("select * from console_user where name = ?")
                .param(name)
                .query((row, i) -> toLocker(row))
                .optional();
    }

    /** All of them, by name. */
    public List<Locker> list() {
        return register.client()
                .sql("select * from console_user order by name")
                .query((row, i) -> toLocker(row))
                .list();
    }

    /** Makes the account, or gives it another role, regency and password. */
    public void put(Account account, String password, Instant oneTimeUntil) {
        register.runInTransaction(() -> {
            remove(account.name());
            register.client()
                    .sql("""
                            insert into console_user
                                (name, role, regency, programmes, password, one_time_until, failures, version)
                            values (?, ?, ?, ?, ?, ?, 0, ?)""")
                    .params(
                            account.name(),
                            account.role().name(),
                            account.regency().map(RegencyCode::value).orElse(null),
                            String.join(",", account.orderedProgrammes()),
                            password,
                            oneTimeUntil.atOffset(ZoneOffset.UTC),
                            account.version())
                    .update();
        });
    }

    /** Whether there was one. */
    public boolean remove(String name) {
        return register.client()
                        .sql("delete from console_user where name = ?")
                        .param(name)
                        .update()
                > 0;
    }

    /** The password that its owner chose. */
    public void choosePassword(String name, String password, long version) {
        register.client().sql("""
                        update console_user
                        set password = ?, one_time_until = null, failures = 0, locked_until = null, version = ?
                        where name = ?""").params(password, version, name).update();
    }

    /** Uses up a password that was given out; false when somebody was quicker. */
    public boolean useOneTime(String name, Instant until, Instant now) {
        return register.client()
                        .sql("update console_user set one_time_until = ? where name = ? and one_time_until = ?")
                        .params(now.atOffset(ZoneOffset.UTC), name, until.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Counts a wrong password; whether the account is locked by it. */
    public boolean fail(String name, int atMost, Instant lockedUntil) {
        return register.inTransaction(() -> {
            register.client()
                    .sql("update console_user set failures = failures + 1 where name = ?")
                    .param(name)
                    .update();
            return register.client()
                            .sql(
                                    "update console_user set failures = 0, locked_until = ? where name = ? and failures >= ?")
                            .params(lockedUntil.atOffset(ZoneOffset.UTC), name, atMost)
                            .update()
                    > 0;
        });
    }

    /** A right password: what was wrong before no longer counts. */
    public void succeed(String name) {
        register.client()
                .sql("update console_user set failures = 0, locked_until = null where name = ?")
                .param(name)
                .update();
    }

    private static Locker toLocker(ResultSet row) throws SQLException {
        String programmes = row.getString("programmes");
        return new Locker(
                new Account(
                        row.getString("name"),
                        Role.valueOf(row.getString("role")),
                        Optional.ofNullable(row.getString("regency")).map(RegencyCode::new),
                        programmes.isEmpty() ? Set.of() : Set.of(programmes.split(",", -1)),
                        row.getLong("version")),
                row.getString("password"),
                moment(row, "one_time_until"),
                moment(row, "locked_until"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
