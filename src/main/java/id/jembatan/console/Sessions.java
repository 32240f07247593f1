package id.jembatan.console;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in, in this process: a restart signs everybody out. Kept under the hash of what the browser holds. */
final class Sessions {

    /** However busy somebody is, once a working day the password is asked for again. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 1_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Duration idle;
    private final Map<String, Session> open = new ConcurrentHashMap<>();

    Sessions(Duration idle) {
        this.idle = idle;
    }

    /**
     * One sign-in.
     *
     * @param token what a form of this session carries
     * @param name whose
     * @param version of the account when it signed in
     * @param choosing whether another password must be chosen before anything else
     * @param seen when its owner last did something
     */
    record Session(String token, String name, long version, boolean choosing, Instant began, Instant seen) {

        @Override
        public String toString() {
            return "session of " + name;
        }
    }

    /** Opens one, and gives what the browser is to hold. */
    String open(String name, long version, boolean choosing, Instant now) {
        open.values().removeIf(session -> isOver(session, now));
        while (open.size() >= MOST) {
            open.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().seen()))
                    .ifPresent(oldest -> open.remove(oldest.getKey()));
        }
        String secret = newSecret();
        open.put(hash(secret), new Session(newSecret(), name, version, choosing, now, now));
        return secret;
    }

    /**
     * The session that a browser holds, while it lasts.
     *
     * @param acting whether its owner does something; a page that asks by itself keeps nobody signed in
     */
    Optional<Session> find(String secret, Instant now, boolean acting) {
        String key = hash(secret);
        Session found = open.get(key);
        if (found == null) {
            return Optional.empty();
        }
        if (isOver(found, now)) {
            open.remove(key);
            return Optional.empty();
        }
        if (acting) {
            open.computeIfPresent(
                    key,
                    (same, session) -> new Session(
                            session.token(),
                            session.name(),
                            session.version(),
                            session.choosing(),
                            session.began(),
                            now));
        }
        return Optional.of(found);
    }

    void close(String secret) {
        open.remove(hash(secret));
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.seen().plus(idle))
                || !now.isBefore(session.began().plus(LONGEST));
    }

    /** What nobody guesses. */
    static String newSecret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether two secrets are the same, however long the comparison takes to say no. */
    static boolean isSame(String one, String other) {
        return !one.isEmpty()
                && MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
