package id.jembatan.pipeline;

import id.jembatan.domain.Regency;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What the register was asked, kept until it changes or a new business day begins: of many who look at the same figures
 * one asks, and a decision of anybody, of another process too, is seen by the next look. What takes long may rest for a while
 * all the same. What is kept must come from the register and the day alone.
 *
 * @param <K> what is asked about; there must be few
 */
final class UntilChanged<K, V> {

    private final House house;
    private final Function<K, V> ask;
    private final Duration rest;
    private final Map<K, Kept<V>> kept = new ConcurrentHashMap<>();

    UntilChanged(House house, Function<K, V> ask) {
        this(house, ask, Duration.ZERO);
    }

    /**
     * To keep answers.
     *
     * @param rest how old an answer may be though the register has changed since
     */
    UntilChanged(House house, Function<K, V> ask, Duration rest) {
        this.house = house;
        this.ask = ask;
        this.rest = rest;
    }

    private record State(long lastChange, List<LocalDate> days) {}

    private record Kept<V>(State state, long askedAt, V value) {}

    V get(K about) {
        State now = state(); // before it is asked: what changes meanwhile is asked about again
        return kept.compute(
                        about,
                        (same, before) -> before != null && isGood(before, now)
                                ? before
                                : new Kept<>(now, System.nanoTime(), ask.apply(about)))
                .value();
    }

    private boolean isGood(Kept<V> before, State now) {
        return before.state().equals(now)
                || (before.state().days().equals(now.days()) && System.nanoTime() - before.askedAt() < rest.toNanos());
    }

    private State state() {
        return new State(
                house.status().lastChange(),
                house.rules().agreements().regencies().stream()
                        .map(Regency::zone)
                        .map(house.clock()::today)
                        .toList());
    }
}
