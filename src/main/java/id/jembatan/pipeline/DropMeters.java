package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Counts what this process has done, by words of our own that are few: no name, no drop, no programme is ever a label. */
final class DropMeters {

    private static final String OURS = "jembatan";

    private final MeterRegistry registry;

    DropMeters(MeterRegistry registry, SpaceWatch space, LineStop stop) {
        this.registry = registry;
        Gauge.builder(OURS + ".disk.free.bytes", space, DropMeters::free)
                .description("bytes that are free on the home's disk")
                .register(registry);
        Gauge.builder(OURS + ".line.stopped", stop, it -> it.reason().isPresent() ? 1 : 0)
                .description("1 while a fault holds the line of drops")
                .register(registry);
    }

    private static double free(SpaceWatch space) {
        try {
            return space.free();
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** One drop is answered or parked. */
    void count(LoggedDrop drop, Duration took) {
        String status = drop.step() == LoggedDrop.Step.PARKED
                ? "parked"
                : drop.status().map(DropMeters::word).orElse("other");
        registry.counter(OURS + ".drops", "status", status).increment();
        registry.timer(OURS + ".drop.duration", "status", status).record(took);
        if (drop.isTaken()) {
            drop.outcomes().byOutcome().forEach((outcome, rows) -> registry.counter(
                            OURS + ".rows", "outcome", word(outcome))
                    .increment(rows));
        }
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }
}
