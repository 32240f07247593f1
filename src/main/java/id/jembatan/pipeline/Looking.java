package id.jembatan.pipeline;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The thread that looks into {@code drop/}. An {@link Error} in a look itself, outside of any route, is told and the next
 * look comes: the consumer of Camel would look no more, and the process would live on without taking a list.
 */
final class Looking extends ScheduledThreadPoolExecutor {

    /** So long Camel sleeps when it stops a route that is at work, before it asks again. */
    private static final long CAMEL_SLEEPS_MS = 1_000;

    private final Consumer<Error> told;
    private final ReentrantLock inHand = new ReentrantLock();
    private volatile boolean resting;

    Looking(Consumer<Error> told) {
        super(1, look -> new Thread(look, "drop"));
        this.told = told;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable look, long initialDelay, long delay, TimeUnit unit) {
        resting = false;
        return super.scheduleWithFixedDelay(() -> look(look), initialDelay, delay, unit);
    }

    private void look(Runnable look) {
        inHand.lock();
        try {
            if (!resting) {
                look.run();
            }
        } catch (Error e) {
            told.accept(e);
        } finally {
            inHand.unlock();
        }
    }

    /**
     * No look begins any more until looks are scheduled anew, and the one in hand has a moment to end: the route then stops
     * at once. One that takes longer is left to Camel, which asks every second whether it has ended.
     */
    void rest() {
        resting = true;
        try {
            if (inHand.tryLock(CAMEL_SLEEPS_MS, TimeUnit.MILLISECONDS)) {
                inHand.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
