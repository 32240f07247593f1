package id.jembatan.pipeline;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.main.Main;

/**
 * Health and metrics for whoever watches the service, by Camel's own parts, on a port of this machine alone:
 * {@code /observe/health}, {@code /observe/health/live}, {@code /observe/health/ready}, {@code /observe/metrics}. Camel's
 * own checks of routes are off: they quote the last fault, whose words may be a person's.
 */
final class Observed {

    private static final String SETTING = "jembatan.observe.port";
    private static final String LOCAL = "127.0.0.1";

    private Observed() {}

    /** The port that is asked for; empty = off. */
    static OptionalInt port(Settings settings) {
        String value = settings.get(SETTING);
        try {
            int port = Integer.parseInt(value);
            if (port == -1) {
                return OptionalInt.empty();
            }
            if (port > 0 && port < 65_536) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException e) {
            throw new Unusable(SETTING, Unusable.Expected.PORT_OR_NONE, value);
        }
        throw new Unusable(SETTING, Unusable.Expected.PORT_OR_NONE, value);
    }

    /** Prepares Camel before it starts; what counts drops, where somebody watches. */
    @SuppressWarnings("resource") // Camel closes what it was configured with
    static Optional<DropMeters> prepare(Main main, House house, LineStop stop) {
        OptionalInt port = port(house.settings());
        main.configure().health().withEnabled(port.isPresent());
        if (port.isEmpty()) {
            return Optional.empty();
        }
        main.configure().health().withRoutesEnabled(false);
        main.configure().health().setConsumersEnabled(false);
        main.configure().health().setProducersEnabled(false);
        main.configure().health().withRegistryEnabled(true);
        main.configure().health().withExposureLevel("full");
        main.configure().metrics().withEnabled(true);
        main.configure().metrics().withEnableRoutePolicy(false);
        main.configure().metrics().withEnableExchangeEventNotifier(false);
        main.configure().metrics().witheEnableRouteEventNotifier(false);
        main.configure()
                .httpManagementServer()
                .withEnabled(true)
                .withHost(LOCAL)
                .withPort(port.getAsInt())
                .withHealthCheckEnabled(true)
                .withMetricsEnabled(true);
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        main.bind("metricsRegistry", registry);
        return Optional.of(new DropMeters(registry, SpaceWatch.of(house.settings()), stop));
    }

    /** Adds our own question to those that Camel asks. */
    static void register(Main main, House house) {
        if (port(house.settings()).isPresent()) {
            HealthCheckRegistry.get(main.getCamelContext()).register(new HouseHealthCheck(new HouseHealth(house)));
        }
    }
}
