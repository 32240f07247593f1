package id.jembatan.pipeline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** The nights of a running service: a route for each time zone, and the one that was missed. */
final class Nights {

    private final House house;
    private final CamelContext camel;
    private final BiConsumer<String, Map<String, Object>> send;

    /**
     * Of one service.
     *
     * @param send puts headers into a route
     */
    Nights(House house, CamelContext camel, BiConsumer<String, Map<String, Object>> send) {
        this.house = house;
        this.camel = camel;
        this.send = send;
    }

    /** Every zone gets its night, and a night that was missed is made up once. */
    void open() {
        Optional<String> cron = house.settings().enrolCron();
        if (cron.isEmpty()) {
            return;
        }
        Set<ZoneId> zones = house.rules().agreements().regencies().stream()
                .map(regency -> regency.zone())
                .collect(Collectors.toSet());
        for (ZoneId zone : zones) {
            makeUp(zone, cron.get());
            TemplatedRouteBuilder.builder(camel, "enrol-each-night")
                    .parameter("zone", zone.getId())
                    .parameter("name", zone.getId().replace('/', '-'))
                    .parameter("cron", cron.get())
                    .add();
        }
    }

    private void makeUp(ZoneId zone, String cron) {
        Optional<LocalDate> missed = new MissedNight(house, cron).find(zone);
        missed.ifPresent(night -> send.accept("direct:enrol-make-night", Map.of("zone", zone.getId(), "night", night)));
    }
}
