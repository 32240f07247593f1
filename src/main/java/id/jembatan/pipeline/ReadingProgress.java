package id.jembatan.pipeline;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How far a drop is read: rows, and how long those took. */
public final class ReadingProgress {

    private final long total;
    private final long began = System.nanoTime();
    private final AtomicLong done = new AtomicLong();

    ReadingProgress(long total) {
        this.total = total;
    }

    void add(long rows) {
        done.addAndGet(rows);
    }

    /** Rows of the drop. */
    public long total() {
        return total;
    }

    /** Rows that are judged. */
    public long done() {
        return done.get();
    }

    /** Rows a second since the beginning; empty in the first moment. */
    public OptionalLong rate() {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return millis < 1 || done() == 0 ? OptionalLong.empty() : OptionalLong.of(done() * 1_000 / millis);
    }

    /** Seconds that the rest takes at this rate. */
    public OptionalLong secondsLeft() {
        OptionalLong rate = rate();
        return rate.isEmpty() || rate.getAsLong() == 0
                ? OptionalLong.empty()
                : OptionalLong.of((total - done()) / rate.getAsLong());
    }

    @Override
    public String toString() {
        return done() + " of " + total;
    }
}
