package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.camel.builder.AdviceWith;

/** A home in a temporary folder with the shipped configuration, the real routes and an embedded register. */
final class RunningHouse implements AutoCloseable {

    static final String FAKFAK = "9203-fakfak/pekerja-rentan-2025";

    private final House house;
    private final Service service;
    private final Path home;

    RunningHouse(Path home) throws Exception {
        this(home, Map.of());
    }

    /** With further settings. */
    RunningHouse(Path home, Map<String, String> further) throws Exception {
        this(home, further, Path.of("config"));
    }

    /** With another configuration. */
    RunningHouse(Path home, Map<String, String> further, Path config) throws Exception {
        this(home, further, config, Clock.systemUTC());
    }

    /** With another clock, too, which counts where {@code jembatan.today} is empty. */
    RunningHouse(Path home, Map<String, String> further, Path config, Clock wall) throws Exception {
        this.home = home;
        Map<String, String> settings = new HashMap<>(Map.of(
                "jembatan.home", home.toString(),
                "jembatan.today", "2025-04-01",
                "jembatan.console.port", "-1",
                "jembatan.intake.delay", "20",
                "jembatan.intake.quiet", "0",
                "jembatan.faults.retries", "2",
                "jembatan.faults.delay", "1"));
        settings.putAll(further);
        this.house = House.open(Settings.load(config, settings), wall);
        this.service = Service.startToServe(house, Path.of("routes"));
    }

    /** Puts a list into Fakfak's programme for vulnerable workers. */
    void drop(String name, String text) {
        try {
            Path unfinished = home.resolve("work/" + name);
            Files.writeString(unfinished, text);
            Files.move(unfinished, home.resolve("drop").resolve(FAKFAK).resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does something first, each time that the step is reached. */
    void before(String route, String step, Callable<?> something) throws Exception {
        AdviceWith.adviceWith(service.camel(), route, advice -> advice.weaveById(step)
                .before()
                .process(exchange -> something.call()));
    }

    /** Takes what lies in {@code drop/}. */
    boolean pass() throws Exception {
        service.openIntake();
        try {
            return service.awaitIdle();
        } finally {
            service.closeIntake();
        }
    }

    List<LoggedDrop> drops() {
        return house.log().listAfter(0);
    }

    Service service() {
        return service;
    }

    House house() {
        return house;
    }

    Path home() {
        return home;
    }

    /** The folder of Fakfak's drops under {@code reply} or {@code parked}. */
    Path of(String shelf, LoggedDrop drop) {
        return home.resolve(shelf).resolve(FAKFAK).resolve(drop.receipt().id().value());
    }

    @Override
    public void close() throws java.io.IOException {
        service.close();
        house.close();
    }
}
