package id.jembatan.pipeline;

import id.jembatan.domain.Account;
import id.jembatan.stage.AccountShelf;
import id.jembatan.stage.AccountShelf.Locker;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Accounts of the console and their passwords, which nobody but their owners know. */
public final class Accounts {

    /** How many wrong passwords lock an account. */
    public static final int MOST_FAILURES = 5;

    /** For how long. */
    public static final Duration LOCKED_FOR = Duration.ofMinutes(15);

    /** How long a password that was given out waits for its one use. */
    public static final Duration ONE_TIME_FOR = Duration.ofDays(3);

    private static final int COST = 10;
    private static final int SHORTEST = 12;
    private static final int MOST_BYTES = 72;

    /** Without letters and digits that are taken for each other. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 5;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final AccountShelf shelf;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(COST, RANDOM);

    Accounts(AccountShelf shelf) {
        this.shelf = shelf;
    }

    /** A password of nobody: who tries an unknown name waits as long as who tries a known one. */
    private static final class Nobodys {
        static final String HASH = new BCryptPasswordEncoder(COST, RANDOM).encode(newPassword());
    }

    /**
     * Who came in.
     *
     * @param choosing whether the password was given out and another must be chosen first
     */
    public record SignedIn(Account account, boolean choosing) {}

    /** Why a password cannot be chosen; the catalogue says it. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        IS_THE_NAME,
        IS_THE_OLD_ONE
    }

    public Optional<Account> find(String name) {
        return shelf.find(name).map(Locker::account);
    }

    /** All of them, by name. */
    public List<Account> list() {
        return shelf.list().stream().map(Locker::account).toList();
    }

    /**
     * Makes the account, or changes it; whoever is signed in with it is signed out.
     *
     * @return the password for the first sign-in; it is kept nowhere
     */
    public String put(Account account, Instant now) {
        String password = newPassword();
        shelf.put(
                new Account(account.name(), account.role(), account.regency(), account.programmes(), newVersion()),
                encoder.encode(password),
                now.plus(ONE_TIME_FOR).truncatedTo(ChronoUnit.MILLIS));
        return password;
    }

    /** Whether there was one. */
    public boolean remove(String name) {
        return shelf.remove(name);
    }

    /**
     * Tries a password. Unknown name, wrong, locked and expired are answered alike.
     *
     * @param locked is told when this failure locked the account
     */
    public Optional<SignedIn> signIn(String name, String password, Instant now, Runnable locked) {
        Optional<Locker> found = Account.isName(name) ? shelf.find(name) : Optional.empty();
        boolean matches = isShortEnough(password)
                && encoder.matches(password, found.map(Locker::password).orElse(Nobodys.HASH));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Locker locker = found.get();
        if (locker.lockedUntil().filter(now::isBefore).isPresent()) {
            return Optional.empty();
        }
        if (!matches) {
            if (shelf.fail(name, MOST_FAILURES, now.plus(LOCKED_FOR))) {
                locked.run();
            }
            return Optional.empty();
        }
        Optional<Instant> until = locker.oneTimeUntil();
        if (until.isPresent()
                && (!now.isBefore(until.get())
                        || !shelf.useOneTime(name, until.get(), now.truncatedTo(ChronoUnit.MILLIS)))) {
            return Optional.empty();
        }
        shelf.succeed(name);
        return Optional.of(new SignedIn(locker.account(), until.isPresent()));
    }

    /** Why it cannot be the password of that account; empty when it can. */
    public Optional<Weakness> findWeakness(String name, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Weakness.TOO_SHORT);
        }
        if (!isShortEnough(password)) {
            return Optional.of(Weakness.TOO_LONG);
        }
        if (password.contains(name)) {
            return Optional.of(Weakness.IS_THE_NAME);
        }
        return shelf.find(name)
                .filter(locker -> encoder.matches(password, locker.password()))
                .map(locker -> Weakness.IS_THE_OLD_ONE);
    }

    /** The owner's own password from now on; gives the account as it is now. */
    public Optional<Account> choosePassword(String name, String password) {
        shelf.choosePassword(name, encoder.encode(password), newVersion());
        return find(name);
    }

    private static boolean isShortEnough(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    private static long newVersion() {
        return RANDOM.nextLong();
    }

    private static String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}
