package id.jembatan.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.domain.Account;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Role;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A home with the shipped configuration, the real routes and an embedded register, whose console listens on a free port. */
public final class OpenConsole implements AutoCloseable {

    static final String FAKFAK = "9203/pekerja-rentan-2025";
    static final String PETANI = "7111/berkah-petani-2024";
    static final String DESA = "7111/aparatur-desa-2025";
    static final String PASSWORD = "kuda laut makan nasi";

    private static final Map<String, String> FOLDERS = Map.of("9203", "9203-fakfak", "7111", "7111-bolsel");

    private final Path home;
    private final House house;
    private final Service service;
    private final Turning clock = new Turning();
    private final int port;

    OpenConsole(Path home) throws Exception {
        this(home, Map.of());
    }

    public OpenConsole(Path home, Map<String, String> further) throws Exception {
        this.home = home;
        Map<String, String> settings = new HashMap<>(Map.of(
                "jembatan.home", home.toString(),
                "jembatan.today", "2025-06-02",
                "jembatan.console.port", "0",
                "jembatan.intake.delay", "20",
                "jembatan.intake.quiet", "0",
                "jembatan.enrol.cron", "-",
                "jembatan.faults.retries", "0"));
        settings.putAll(further);
        this.house = House.open(Settings.load(Path.of("config"), settings));
        this.service = Service.startToServe(house, Path.of("routes"));
        this.port = Console.open(house, service, clock).orElseThrow().getPort();
    }

    /** A clock that a test turns on. */
    private static final class Turning extends Clock {

        private Instant now = Instant.parse("2025-06-02T03:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    void pass(Duration time) {
        clock.now = clock.now.plus(time);
    }

    public int port() {
        return port;
    }

    public House house() {
        return house;
    }

    Path home() {
        return home;
    }

    /** Makes an account, and gives its one-time password. */
    String account(String name, Role role, String regency, String... programmes) {
        return house.accounts()
                .put(
                        new Account(
                                name,
                                role,
                                regency.isEmpty() ? Optional.empty() : Optional.of(new RegencyCode(regency)),
                                Set.of(programmes),
                                0),
                        clock.now);
    }

    /** Makes an account whose owner has chosen a password, and signs in with it. */
    public Visitor signedIn(String name, Role role, String regency, String... programmes) throws Exception {
        account(name, role, regency, programmes);
        house.accounts().choosePassword(name, PASSWORD);
        Visitor visitor = new Visitor(this);
        assertEquals(303, visitor.signIn(name, PASSWORD).statusCode());
        pass(Duration.ofMinutes(1)); // one address may not sign in too often
        return visitor;
    }

    /** Puts a list into a programme's folder and has it answered. */
    LoggedDrop drop(String programme, String name, String text) throws Exception {
        return drop(programme, name, Files.writeString(home.resolve("work").resolve("aside"), text));
    }

    /** The same of a file that lies elsewhere on the disk. */
    public LoggedDrop drop(String programme, String name, Path whole) throws Exception {
        Files.move(whole, folder(programme).resolve(name));
        pass();
        return house.log().listAfter(0).stream()
                .filter(drop -> drop.receipt().file().equals(name))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** Puts a branch's answers where they are taken, and has them settled. */
    void answer(String branch, String name, String text) throws Exception {
        Path folder = home.resolve("answer").resolve(branch);
        Files.move(Files.writeString(home.resolve("work").resolve("aside"), text), folder.resolve(name));
        pass();
        assertTrue(Files.notExists(folder.resolve(name)), "taken");
    }

    /** The night's work. */
    void enrol() {
        service.enrol();
    }

    /** Takes what lies in {@code drop/}. */
    void pass() throws Exception {
        service.openIntake();
        assertTrue(service.awaitIdle());
        service.closeIntake();
    }

    public Path folder(String programme) {
        return home.resolve("drop")
                .resolve(FOLDERS.getOrDefault(programme.substring(0, 4), programme.substring(0, 4)))
                .resolve(programme.substring(5));
    }

    Path reply(String programme, LoggedDrop drop) {
        return home.resolve("reply")
                .resolve(FOLDERS.getOrDefault(programme.substring(0, 4), ""))
                .resolve(programme.substring(5))
                .resolve(drop.folder());
    }

    /** The lines of the audit trail. */
    List<JsonNode> trail() throws IOException {
        Path file = home.resolve("journal/audit.ndjson");
        List<JsonNode> lines = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file, UTF_8)) {
                lines.add(new ObjectMapper().readTree(line));
            }
        }
        return lines;
    }

    /** Everything below {@code drop/}. */
    List<String> waiting() {
        try (var files = Files.walk(home.resolve("drop"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> home.resolve("drop").relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        service.close();
        house.close();
    }
}
