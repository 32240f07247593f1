package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** E-mails to a real SMTP server: who hears what, once, without anybody's data; and a server that is away stops nothing. */
class ToldByMailTest {

    private static final String NAME = "XABVOLY WEXOIWATI";
    private static final String LIST = """
            NIK;NAMA;TANGGAL LAHIR
            9203011205809401;%1$s;12-05-1980
            92030112058094;%1$s;12-05-1980
            """.formatted(NAME);
    private static final String OPERATOR = "ani@dinas.example";
    private static final String OFFICE = "pmk@fakfak.example";

    @TempDir
    private Path folder;

    private GreenMail server;
    private int port;

    @BeforeEach
    void startServer() throws IOException {
        port = freePort();
        server = start(port);
    }

    private static GreenMail start(int port) {
        GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The shipped configuration, with somebody to write to in Fakfak's programme. */
    private RunningHouse open(Map<String, String> further) throws Exception {
        Path config = folder.resolve("config");
        if (!Files.exists(config)) {
            copy(Path.of("config"), config);
            Path fakfak = config.resolve("regencies/9203-fakfak.yaml");
            Files.writeString(
                    fakfak,
                    Files.readString(fakfak)
                            .replaceFirst(
                                    "(?m)^  - id: pekerja-rentan-2025$",
                                    "  - id: pekerja-rentan-2025\n    contact: \"Bidang PMK, " + OFFICE + ", 0812\""));
        }
        Map<String, String> settings = new HashMap<>(Map.of(
                "jembatan.mail.host", "127.0.0.1",
                "jembatan.mail.port", Integer.toString(port),
                "jembatan.mail.from", "jembatan@dinas.example",
                "jembatan.mail.operator", OPERATOR,
                "jembatan.mail.offices", "true",
                "jembatan.mail.link", "\\\\server\\"));
        settings.putAll(further);
        return new RunningHouse(folder.resolve("home"), settings, config);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void look(RunningHouse running) throws IOException {
        running.service().beans().mailPost().look();
    }

    private List<String> received() throws Exception {
        List<String> all = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            all.add(message.getAllRecipients()[0] + "\n" + message.getSubject() + "\n" + message.getContent());
        }
        return all;
    }

    @Test
    void anOfficeHearsOfEachReplyOnceAndOfNobodyInIt() throws Exception {
        try (RunningHouse running = open(Map.of())) {
            running.drop("lama.csv", LIST.replace("9401", "9409"));
            assertTrue(running.pass());
            look(running); // what was there before is no news
            assertEquals(List.of(), received());

            running.drop("daftar " + NAME + ".csv", LIST);
            running.drop("surat.pdf", "%PDF-1.4");
            assertTrue(running.pass());
            look(running);
            look(running);

            List<String> mails = received();
            assertEquals(1, mails.size(), mails.toString());
            String mail = mails.get(0);
            assertTrue(mail.startsWith(OFFICE + "\n2 daftar sudah dijawab\n"), mail);
            assertTrue(mail.contains("Baris dibaca 2: diterima 1, harus diperbaiki 1."), mail);
            assertTrue(mail.contains("Tidak diambil (FILE_FORMAT)"), mail);
            assertTrue(mail.contains("\\\\server\\reply/9203-fakfak/pekerja-rentan-2025/20250401-"), mail);
            assertFalse(mail.contains("XABVOLY") || mail.contains("92030112"), mail);
            assertEquals("jembatan@dinas.example", server.getReceivedMessages()[0].getFrom()[0].toString());
        }
    }

    @Test
    void anOperatorHearsOfAParkedDropOfALineThatStandsAndOfASilentBranchOnce() throws Exception {
        AtomicBoolean broken = new AtomicBoolean(true);
        try (RunningHouse running = open(Map.of("jembatan.mail.offices", "false", "jembatan.faults.retries", "0"))) {
            running.before("read-judge-rows", "begin-reading", () -> {
                if (broken.get()) {
                    throw new IllegalStateException(NAME);
                }
                return running;
            });
            running.drop("daftar.csv", LIST);
            running.pass();
            look(running);
            look(running);
            assertEquals(1, received().size(), received().toString());
            String parked = "PARKED " + running.drops().get(0).receipt().id();
            assertTrue(
                    received().get(0).startsWith(OPERATOR + "\nJembatan: 1 hal perlu perhatian\n"),
                    received().get(0));
            assertTrue(received().get(0).contains(parked), received().get(0));

            broken.set(false);
            running.drop("lain.csv", LIST.replace("9401", "9403"));
            assertTrue(running.pass());
            running.service().enrol();
            try (Connection connection = running.house().register().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("update batch set business_day = date '2025-01-01'");
            }
            running.before("settle-place-people", "settle-rows", () -> {
                throw new AccessDeniedException(NAME);
            });
            running.drop("tiga.csv", LIST.replace("9401", "9402"));
            assertFalse(running.pass());
            look(running);
            look(running);

            assertEquals(2, received().size(), received().toString());
            String second = received().get(1);
            assertTrue(second.contains("LINE_STOPPED since") && second.contains("CALL fakfak: 9203-"), second);
            assertFalse(second.contains(parked), second);
            for (String mail : received()) {
                assertFalse(mail.contains("XABVOLY") || mail.contains("92030112"), mail);
            }
        }
        try (RunningHouse again = open(Map.of("jembatan.mail.offices", "false"))) {
            look(again);
            assertTrue(
                    received().stream().skip(2).noneMatch(mail -> mail.contains("PARKED") || mail.contains("CALL")),
                    "told again after a restart: " + received());
        }
    }

    @Test
    void aServerThatIsAwayStopsNothingIsNotedAndGetsItAllWhenItIsBack() throws Exception {
        server.stop();
        try (RunningHouse running = open(Map.of())) {
            look(running);
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            for (int i = 0; i < 3; i++) {
                assertFalse(attention(running).contains("MAIL_FAILED"), "noted too early");
                look(running);
            }

            assertTrue(attention(running).contains("MAIL_FAILED since"), attention(running));
            assertFalse(attention(running).contains(OFFICE), attention(running));
            running.drop("lain.csv", LIST.replace("9401", "9402"));
            assertTrue(running.pass());
            Path mail = folder.resolve("home/work/mail");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(mail)));
            for (Path file : files(mail)) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }

            server = start(port);
            look(running);

            assertEquals(2, received().size(), received().toString());
            assertFalse(attention(running).contains("MAIL_FAILED"), attention(running));
        }
    }

    @Test
    void mailThatNobodyTakesForAWeekIsGivenUp() throws Exception {
        server.stop();
        try (RunningHouse running = open(Map.of())) {
            look(running);
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            look(running);
            assertEquals(1, waiting());
            Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(8)), ZoneOffset.UTC);

            new MailPost(
                            running.house(),
                            running.service()::camel,
                            MailSettings.of(running.house().settings()),
                            later)
                    .look();

            assertEquals(0, waiting());
        }
    }

    @Test
    void aReplyOfMoreThanAWeekAgoIsNoNews() throws Exception {
        try (RunningHouse running = open(Map.of())) {
            look(running);
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            running.house().clock().turnTo(LocalDate.of(2025, 4, 9));

            look(running);

            assertEquals(List.of(), received());
        }
    }

    private long waiting() throws IOException {
        return files(folder.resolve("home/work/mail")).stream()
                .filter(file -> file.toString().endsWith(".json"))
                .count();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String attention(RunningHouse running) throws IOException {
        return String.join("; ", HouseStatus.of(running.house()).attention());
    }

    @Test
    void theServiceLooksByItselfAndSignsInWhereTheServerAsksForIt() throws Exception {
        server.setUser("jembatan@dinas.example", "jembatan", "rahasia");
        try (RunningHouse running = open(Map.of(
                "jembatan.mail.user", "jembatan",
                "jembatan.mail.password", "rahasia",
                "jembatan.mail.every", "1"))) {
            running.service().openMail();
            awaitNote();
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());

            assertTrue(server.waitForIncomingEmail(60_000, 1), "no e-mail within a minute");
            assertTrue(
                    received().get(0).startsWith(OFFICE + "\nDaftar sudah dijawab: "),
                    received().get(0));
        }
    }

    /** The first look notes what is old. */
    private void awaitNote() throws InterruptedException {
        Path note = folder.resolve("home/work/mail/offices");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.exists(note)) {
            assertTrue(System.nanoTime() < end, "no first look within a minute");
            Thread.sleep(20);
        }
    }

    @Test
    void withoutAServerNothingIsWritten() throws Exception {
        try (RunningHouse running = open(Map.of("jembatan.mail.host", ""))) {
            running.service().openMail();
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            look(running);

            assertFalse(Files.exists(folder.resolve("home/work/mail")));
        }
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedByName() {
        assertEquals(Optional.empty(), MailSettings.of(settings(Map.of())));
        for (Map.Entry<String, String> wrong : Map.of(
                        "jembatan.mail.from", "siapa",
                        "jembatan.mail.security", "ssl",
                        "jembatan.mail.operator", "a@b.example, salah",
                        "jembatan.mail.port", "0",
                        "jembatan.mail.offices", "ya")
                .entrySet()) {
            Map<String, String> given =
                    new HashMap<>(Map.of("jembatan.mail.host", "smtp.example", "jembatan.mail.from", "a@b.example"));
            given.put(wrong.getKey(), wrong.getValue());

            Unusable refused = assertThrows(Unusable.class, () -> settings(given));
            assertTrue(refused.problems().get(0).startsWith(wrong.getKey()), refused.toString());
        }
    }

    private static Settings settings(Map<String, String> given) {
        return Settings.load(Path.of("config"), given);
    }
}
