package id.jembatan.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a cell that should hold a value of some kind: nothing there, a value, or a text that is none. */
public final class Reading<T> {

    private static final Reading<?> EMPTY = new Reading<>(null);
    private static final Reading<?> UNREADABLE = new Reading<>(null);

    private final @Nullable T value;

    private Reading(@Nullable T value) {
        this.value = value;
    }

    @SuppressWarnings("unchecked")
    public static <T> Reading<T> empty() {
        return (Reading<T>) EMPTY;
    }

    @SuppressWarnings("unchecked")
    public static <T> Reading<T> unreadable() {
        return (Reading<T>) UNREADABLE;
    }

    public static <T> Reading<T> of(T value) {
        return new Reading<>(value);
    }

    public boolean isEmpty() {
        return this == EMPTY;
    }

    public boolean isUnreadable() {
        return this == UNREADABLE;
    }

    public Optional<T> value() {
        return Optional.ofNullable(value);
    }
}
