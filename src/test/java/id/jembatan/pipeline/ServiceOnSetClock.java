package id.jembatan.pipeline;

import id.jembatan.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;

/**
 * What {@code run} does, with a clock that somebody sets and nights that somebody begins, as the route of the cron begins
 * them: thirty nights of one process need not take thirty days. It is told by lines on its standard input, and says
 * {@code done} behind each.
 */
public final class ServiceOnSetClock {

    private static final long BETWEEN_LOOKS_MS = 50;
    private static final long PATIENCE_MS = Duration.ofMinutes(30).toMillis();

    private final SetClock clock = new SetClock();
    private final House house;
    private final Service service;

    private ServiceOnSetClock(Path config, Map<String, String> settings, Instant now) throws Exception {
        clock.set(now);
        house = House.open(Settings.load(config, settings), clock);
        service = Service.startToServe(house, Path.of("routes"));
        service.sendFrozenBatches();
        service.openNights();
        service.openIntake();
        service.openMail();
        Console.open(house, service, clock);
    }

    /** Goes on from whatever moment it was set to. */
    private static final class SetClock extends Clock {
        private volatile Duration ahead = Duration.ZERO;

        void set(Instant now) {
            ahead = Duration.between(Instant.now(), now);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), ahead);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }
    }

    /** Arguments: the configuration's folder, the moment at which it begins, and settings as {@code key=value}. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err); // the log
        Map<String, String> settings = new TreeMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] set = arguments[i].split("=", 2);
            settings.put(set[0], set[1]);
        }
        ServiceOnSetClock running = new ServiceOnSetClock(Path.of(arguments[0]), settings, Instant.parse(arguments[1]));
        out.println("done");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            out.println(running.did(line));
        }
        running.service.close();
        running.house.close();
    }

    private String did(String line) throws Exception {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "clock" -> clock.set(Instant.parse(words[1]));
            case "answered" -> awaitAnswered();
            case "night" -> makeNights();
            case "ask" -> {
                return "done " + ask(words[1]);
            }
            default -> throw new IllegalArgumentException(line);
        }
        return "done";
    }

    /** Until no file waits and none is in hand. */
    private void awaitAnswered() throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofMillis(PATIENCE_MS).toNanos();
        while (hasFiles("drop")
                || hasFiles("answer")
                || house.log().due().findLastDue().isPresent()
                || !house.answers().listDue().isEmpty()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("not answered in time");
            }
            Thread.sleep(BETWEEN_LOOKS_MS);
        }
    }

    private boolean hasFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.walk(house.workspace().home().resolve(folder))) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    private void makeNights() throws IOException {
        try (ProducerTemplate template = service.camel().createProducerTemplate()) {
            house.rules().agreements().regencies().stream()
                    .map(regency -> regency.zone().getId())
                    .distinct()
                    .forEach(zone ->
                            template.requestBodyAndHeaders("direct:enrol-make-night", null, Map.of("zone", zone)));
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection register = house.register().dataSource().getConnection();
                Statement statement = register.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
