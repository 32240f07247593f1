package id.jembatan.pipeline;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The thread that looks into {@code drop/}. An {@link Error} in a look itself, outside of any route, is told and the next
 * look comes: the consumer of Camel would look no more, and the process would live on without taking a list.
 */
final class Looking extends ScheduledThreadPoolExecutor {

    private final Consumer<Error> told;

    Looking(Consumer<Error> told) {
        super(1, look -> new Thread(look, "drop"));
        this.told = told;
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable look, long initialDelay, long delay, TimeUnit unit) {
        return super.scheduleWithFixedDelay(
                () -> {
                    try {
                        look.run();
                    } catch (Error e) {
                        told.accept(e);
                    }
                },
                initialDelay,
                delay,
                unit);
    }
}
