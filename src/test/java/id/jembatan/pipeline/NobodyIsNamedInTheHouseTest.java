package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import id.jembatan.cli.Told;
import id.jembatan.register.Database;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * SPEC section 12, over a list's whole life: read, sent, answered, looked up, listed for a breach, and purged. Where
 * personal data have no place, none of the seeded numbers, names and streets is found.
 */
class NobodyIsNamedInTheHouseTest {

    private static final List<String> SECRETS = List.of(
            "9203011205809501",
            "9203011205809511",
            "9203011205809521",
            "ZEFQUN",
            "VOLYXAB",
            "JIZUWEXO",
            "QUNJIZU",
            "81270001234",
            "45678901234");

    private static final String LIST = """
            NIK;NAMA;TANGGAL LAHIR;ALAMAT;NO HP
            9203011205809501;ZEFQUN UDIN;12-05-1980;JALAN QUNJIZU;081270001234
            9203011205809511;VOLYXAB SITI;12-05-1980;JALAN QUNJIZU;
            9203011205809521;JIZUWEXO ABDUL;31-02-1980;JALAN QUNJIZU;
            """;

    private static final String ANSWER = """
            NIK;NAMA;STATUS;KPJ;ALASAN
            9203011205809501;ZEFQUN UDIN;DITERIMA;45678901234;
            9203011205809511;VOLYXAB SITI;DITOLAK;;NAMA VOLYXAB TIDAK SESUAI
            9203011205809521;JIZUWEXO ABDUL;DITERIMA;45678901234;
            """;

    /** Files whose names end so hold nobody, wherever they lie. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "summary.json",
            "rows.csv",
            "findings.csv",
            "lines.csv",
            "fault.txt",
            "manifest.json",
            "certificate.json",
            "tanda-hapus.html");

    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    /** One that the commands of this test share with its service: both are this process. */
    private final Map<String, String> register = Map.of(
            "jembatan.db.url",
            Database.H2.newUrl() + ";DB_CLOSE_DELAY=-1",
            "jembatan.db.user",
            Database.USER,
            "jembatan.db.password",
            Database.PASSWORD);

    private final Set<String> threads = new TreeSet<>();
    private final Set<String> processes = new TreeSet<>();

    @TempDir
    private Path home;

    @BeforeEach
    void listen() {
        heard.start();
        root().addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(heard);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void fromTheListToThePurgeNobodyStandsWherePersonalDataHaveNoPlace() throws Exception {
        Set<Path> before = temporary();
        int port = freePort();
        StringBuilder told = new StringBuilder();
        Map<String, String> settings = new HashMap<>(register);
        settings.put("jembatan.observe.port", Integer.toString(port));
        try (RunningHouse running = new RunningHouse(home, settings)) {
            for (String route : List.of("read-judge-rows", "report-answer-drop")) {
                running.before(route, route.startsWith("read") ? "judge-chunk" : "to-write-reply", () -> {
                    look();
                    return running;
                });
            }
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            running.service().enrol();
            Files.writeString(home.resolve("answer/fakfak/jawaban.csv"), ANSWER);
            assertTrue(running.pass());
            told.append(get(port, "metrics")).append(get(port, "health"));
            String batch = "9203-pekerja-rentan-2025-20250401-01";
            Told breach = on("2025-04-02", "breach", batch);
            Told machine = on("2025-04-02", "self-test");
            told.append(breach.out()).append(breach.err()).append(machine.out()).append(machine.err());
            trace();
            running.house().clock().turnTo(java.time.LocalDate.of(2036, 4, 1));
            look();
            Told dry = on("2036-04-01", "purge", "--dry-run", "--json");
            told.append(dry.out()).append(dry.err());
            assertEquals(
                    2,
                    new PurgePeople(running.house())
                            .purge("budi")
                            .orElseThrow()
                            .facts()
                            .people());
            told.append(get(port, "metrics"));
        }

        assertNobodyIn("what commands, health and metrics say", told.toString());
        assertNobodyIn("the log", logged());
        assertNobodyIn("names of threads", String.join("\n", threads));
        assertNobodyIn("arguments of processes", String.join("\n", processes));
        assertTrue(threads.size() > 5, threads.toString());
        assertTrue(processes.stream().anyMatch(each -> each.contains("java")), processes.toString());
        List<Path> files = files(home).stream()
                .filter(file -> FOR_EVERYBODY.contains(file.getFileName().toString())
                        || file.startsWith(home.resolve("journal"))
                        || (file.getFileName().toString().startsWith("pemberitahuan-")
                                && !file.toString().endsWith(".xlsx")))
                .toList();
        assertTrue(files.size() > 10, files.toString());
        for (Path file : files) {
            assertNobodyIn(home.relativize(file).toString(), Files.readString(file));
        }
        Set<Path> after = temporary();
        after.removeAll(before);
        for (Path file : after) {
            assertNobodyIn(
                    "the system's temporary files: " + file, Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }

    private Told on(String day, String... command) {
        List<String> words = new ArrayList<>(List.of("--home", home.toString(), "--set", "jembatan.today=" + day));
        register.forEach((key, value) -> words.addAll(List.of("--set", key + "=" + value)));
        words.addAll(List.of(command));
        return Told.by(words.toArray(String[]::new));
    }

    /** What others on the machine can see while there is work. */
    private void look() {
        Thread.getAllStackTraces().keySet().forEach(thread -> threads.add(thread.getName()));
        Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .forEach(process -> {
                    process.info().commandLine().ifPresent(processes::add);
                    process.info().arguments().ifPresent(words -> processes.add(String.join(" ", words)));
                });
    }

    private void trace() {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream((SECRETS.get(0) + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            Told told = on("2025-04-02", "trace", "--as", "budi");
            assertEquals(0, told.exit(), told.err());
            assertFalse(told.out().contains(SECRETS.get(0)), "shown masked");
            assertTrue(told.out().contains("ZEFQUN"), "it is the person's own report");
        } finally {
            System.setIn(in);
        }
    }

    private static String get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String logged() {
        PatternLayout layout = new PatternLayout();
        layout.setContext((LoggerContext) LoggerFactory.getILoggerFactory());
        layout.setPattern("%thread %logger %mdc %msg%n%ex{full}");
        layout.start();
        String text = new ArrayList<>(heard.list).stream().map(layout::doLayout).collect(Collectors.joining());
        assertTrue(text.contains("purge"), "the purge was logged");
        return text;
    }

    /** Regular files straight in the system's folder for temporary ones: all that a library could leave there. */
    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The message does not quote what was found: it would be the next place that names somebody. */
    private static void assertNobodyIn(String where, String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < SECRETS.size(); i++) {
            assertFalse(upper.contains(SECRETS.get(i)), where + " names secret " + i);
        }
    }
}
