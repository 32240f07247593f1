package id.jembatan.console;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How often somebody tries to sign in from one address. */
final class Attempts {

    /** In a minute, from one address. */
    static final int MOST = 10;

    private static final Duration WITHIN = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10_000;

    private final Map<String, Deque<Instant>> byAddress = new HashMap<>();

    /** Counts one; false when it is one too many. */
    synchronized boolean isAllowed(String address, Instant now) {
        if (byAddress.size() >= MOST_ADDRESSES) {
            byAddress.values().removeIf(times -> !now.isBefore(times.getLast().plus(WITHIN)));
        }
        Deque<Instant> times = byAddress.computeIfAbsent(address, same -> new ArrayDeque<>());
        while (!times.isEmpty() && !now.isBefore(times.getFirst().plus(WITHIN))) {
            times.removeFirst();
        }
        if (times.size() >= MOST) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
