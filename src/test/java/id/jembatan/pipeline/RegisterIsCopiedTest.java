package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.stage.RegisterCopies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each night's copy of the embedded register: whole though somebody works, few, for the owner only, and without the purged. */
class RegisterIsCopiedTest {

    private static final String NAME = "ZEFQUN WEXOLYIWATI";
    private static final String LIST =
            "NIK;NAMA;TANGGAL LAHIR\n9203011205809321;" + NAME + ";12-05-1980\n9203011205809322;UDIN;12-05-1980\n";
    private static final LocalDate FIRST = LocalDate.of(2025, 4, 1);

    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    @Test
    void aNightLeavesACopyThatOpensByItselfAndOfWhichAFewAreKept() throws Exception {
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.copies.days", "3"))) {
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            for (int night = 0; night < 5; night++) {
                running.house().clock().turnTo(FIRST.plusDays(night));
                makeNight(running);
                makeNight(running); // another zone's, on the same day
            }
        }

        assertEquals(List.of("20250403.zip", "20250404.zip", "20250405.zip"), copies());
        Path copy = home.resolve("db/copies/20250405.zip");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy.getParent())));
        assertEquals(2, peopleIn(copy));
    }

    /** The night as its route makes it, but the enrolment. */
    private static void makeNight(RunningHouse running) throws IOException {
        new CopyRegister(running.house()).copyAtNight();
    }

    @Test
    void theNightsRouteMakesIt() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            try (var template = running.service().camel().createProducerTemplate()) {
                template.requestBodyAndHeaders(
                        "direct:enrol-make-night", null, Map.of("zone", "Asia/Jayapura", "night", FIRST));
            }
        }

        assertEquals(List.of("20250401.zip"), copies());
    }

    @Test
    void aCopyMadeWhileAListIsSettledIsOneMomentOfIt() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            RegisterCopies copies = new RegisterCopies(running.house().register(), home.resolve("db"));
            AtomicBoolean settling = new AtomicBoolean(true);
            List<Throwable> failed = new ArrayList<>();
            Thread copying = new Thread(() -> {
                for (int day = 0; settling.get() || day == 0; day++) {
                    try {
                        copies.make(FIRST.plusDays(day));
                    } catch (IOException | RuntimeException e) {
                        failed.add(e);
                    }
                }
            });
            StringBuilder list = new StringBuilder("NIK;NAMA;TANGGAL LAHIR\n");
            for (int serial = 9000; serial < 9999; serial++) {
                list.append("920301120580")
                        .append(serial)
                        .append(";ORANG ")
                        .append(serial % 7)
                        .append("A;12-05-1980\n");
            }
            copying.start();
            running.drop("daftar.csv", list.toString().replaceAll("ORANG ([0-9])A", "ORANG KE"));
            assertTrue(running.pass());
            settling.set(false);
            copying.join();

            assertEquals(List.of(), failed);
            for (Path copy : copies.list()) {
                long people = peopleIn(copy);
                assertTrue(people == 0 || people == 999, copy + " holds " + people + " of 999");
            }
        }
    }

    @Test
    void whoIsPurgedIsInNoCopy() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            running.service().enrol();
            makeNight(running);
            Path old = home.resolve("db/copies/20250401.zip");
            assertTrue(unpacked(old).contains(NAME), "he was in the copy");

            running.house().clock().turnTo(LocalDate.of(2036, 4, 1));
            assertEquals(
                    2,
                    new PurgePeople(running.house())
                            .purge("budi")
                            .orElseThrow()
                            .facts()
                            .people());

            assertEquals(List.of("20360401.zip"), copies());
            assertFalse(unpacked(home.resolve("db/copies/20360401.zip")).contains(NAME));
        }
    }

    @Test
    void aCopyThatCannotBeMadeStopsNothingAndIsSaidUntilOneIs() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            Path inTheWay = Files.writeString(home.resolve("db/copies"), "");
            makeNight(running);

            assertTrue(
                    HouseStatus.of(running.house()).attention().stream()
                            .anyMatch(each -> each.startsWith("COPY_FAILED since")),
                    HouseStatus.of(running.house()).attention().toString());
            Files.delete(inTheWay);
            makeNight(running);

            assertEquals(List.of(), HouseStatus.of(running.house()).attention());
            assertEquals(List.of("20250401.zip"), copies());
        }
    }

    @Test
    void whoWantsNoneGetsNone() throws Exception {
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.copies.days", "0"))) {
            makeNight(running);
        }

        assertFalse(Files.exists(home.resolve("db/copies")));
    }

    private List<String> copies() throws IOException {
        try (var files = Files.list(home.resolve("db/copies"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String unpacked(Path copy) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    /** As an operator would: unpacked into an empty folder, and opened. */
    private long peopleIn(Path copy) throws Exception {
        Path folder = Files.createTempDirectory(elsewhere, "copy");
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(copy))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Files.write(
                        folder.resolve(Path.of(entry.getName()).getFileName().toString()), zip.readAllBytes());
            }
        }
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("register"), "jembatan", "");
                ResultSet rows = connection.createStatement().executeQuery("select count(*) from entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
