package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.stage.DropLog;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line of drops that are not answered yet, in the order of their receipts. What a drop needs next is read from the
 * log alone, so a restart goes on where the last process stopped, whatever that was.
 */
public final class DropLine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DropLine.class);

    /** A node says so many times that it lives before another one may take its drop over. */
    private static final int SIGNS_OF_LIFE = 4;

    private static final long NONE = 0;
    private static final String LAST_STEP = "lastStep";
    private static final String BEGUN = "begunNanos";

    private final DropLog log;
    private final Duration lease;
    private final LineStop stop;
    private final Optional<DropMeters> meters;
    private final Semaphore passes = new Semaphore(0);
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicBoolean stoppedInThisLook = new AtomicBoolean();
    private final AtomicLong stops = new AtomicLong();
    private final AtomicLong toldStops = new AtomicLong();
    private final AtomicLong inHand = new AtomicLong(NONE);
    private final Timer renewing = new Timer("lease", true);

    DropLine(DropLog log, Duration lease, LineStop stop, Optional<DropMeters> meters) {
        this.log = log;
        this.lease = lease;
        this.stop = stop;
        this.meters = meters;
        long pause = lease.dividedBy(SIGNS_OF_LIFE).toMillis();
        renewing.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        renew();
                    }
                },
                pause,
                pause);
    }

    /** What cannot be renewed is noticed by whoever next writes of the drop. */
    private void renew() {
        long receipt = inHand.get();
        if (receipt != NONE) {
            try {
                log.leases().renew(receipt, lease);
            } catch (RuntimeException e) {
                LOG.warn("receipt {}: the lease is not renewed: {}", receipt, Faults.brief(e));
            }
        }
    }

    /** Whether this node may work on the drop now: no other holds it, and the line does not stand still. */
    public boolean claim(@Body long receipt) {
        boolean ours = !stopped.get() && log.leases().claim(receipt, lease);
        inHand.set(ours ? receipt : NONE);
        return ours;
    }

    /**
     * The route that does what the drop needs next; nothing when it is answered, parked, or did not get on: then it is
     * given back, for another process that waits for it may have better luck.
     */
    public @Nullable String next(@ExchangeProperty("receipt") long receipt, Exchange exchange) {
        LoggedDrop drop = log.get(receipt);
        Step step = drop.step();
        Object last = exchange.getProperty(LAST_STEP);
        boolean gotOn = step != last;
        exchange.setProperty(LAST_STEP, step);
        if (last == null) {
            exchange.setProperty(BEGUN, System.nanoTime());
        }
        if (gotOn && !stopped.get()) {
            String route = routeFor(step);
            if (route != null) {
                return route;
            }
            if (last != null) {
                long took = System.nanoTime() - exchange.getProperty(BEGUN, Long.class);
                meters.ifPresent(counting -> counting.count(drop, Duration.ofNanos(took)));
            }
        }
        inHand.set(NONE);
        log.leases().release(receipt);
        return null;
    }

    private static @Nullable String routeFor(Step step) {
        return switch (step) {
            case RECEIVED -> "direct:read-judge-drop";
            case READ -> "direct:settle-place-people";
            case SETTLED -> "direct:report-answer-drop";
            case REPLIED, PARKED, UNDONE -> null;
        };
    }

    /**
     * Whether a file may be received: once the line has stood still, none that the same look into {@code drop/} found, or
     * one that came later would overtake the one that could not be received.
     *
     * @param numberInLook from 0, of the files that were found at once; absent when none was found
     */
    boolean mayReceive(@Nullable Integer numberInLook) {
        if (numberInLook == null || numberInLook == 0) {
            stoppedInThisLook.set(false);
        }
        return !stoppedInThisLook.get();
    }

    /** How often a fault has stopped the line so far. */
    long countStops() {
        return stops.get();
    }

    /** {@code drop/} is looked into from now on: stops before that are nobody's any more. */
    void beginLooking() {
        toldStops.set(stops.get());
    }

    /** Nothing more is begun in this pass: a fault holds the whole line, and the next pass tries again. */
    public void stop() {
        stopped.set(true);
        stoppedInThisLook.set(true);
        inHand.set(NONE);
        stops.incrementAndGet();
        passes.release(2);
    }

    /** At the end of a pass: when no file was found any more, whoever waits for that goes on. */
    public void endPass(@Header(Exchange.FILE_NAME) @Nullable String foundFile) throws IOException {
        if (!stopped.get()) {
            stop.goOn();
        }
        if (foundFile == null) {
            passes.release();
        }
    }

    /** A new pass begins. */
    public void beginPass() {
        stopped.set(false);
    }

    /**
     * Waits until everything that lay in {@code drop/} when it was called has been worked on: two passes that found
     * nothing, because the first of them may have looked before.
     *
     * @return false when a fault stopped the line since it was said last, even if the next pass has begun already
     */
    public boolean awaitIdle() throws InterruptedException {
        passes.drainPermits();
        passes.acquire(2);
        long now = stops.get();
        return toldStops.getAndSet(now) == now;
    }

    @Override
    public void close() {
        renewing.cancel();
    }
}
