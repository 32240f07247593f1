package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health and metrics of the service, and the same reasons in {@code status}. */
class HouseIsWatchedTest {

    private static final String NAME = "XABVOLY WEXOIWATI";
    private static final String LIST = """
            NIK;NAMA;TANGGAL LAHIR
            9203011205809401;%1$s;12-05-1980
            9203011205809401;%1$s;12-05-1980
            92030112058094;%1$s;12-05-1980
            """.formatted(NAME);

    @TempDir
    private Path home;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void whoWatchesReadsThatItLivesIsReadyAndWhatItDidAndNobodysName() throws Exception {
        int port = freePort();
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.observe.port", Integer.toString(port)))) {
            running.drop("daftar " + NAME + ".csv", LIST);
            running.drop("surat.pdf", "%PDF-1.4");
            assertTrue(running.pass());

            HttpResponse<String> ready = get(port, "health/ready");
            HttpResponse<String> live = get(port, "health/live");
            String metrics = get(port, "metrics").body();

            assertEquals(200, ready.statusCode(), ready.body());
            assertEquals(200, live.statusCode(), live.body());
            assertTrue(ready.body().contains("\"UP\""), ready.body());
            for (String line : List.of(
                    "jembatan_drops_total{status=\"taken\"} 1.0",
                    "jembatan_drops_total{status=\"refused\"} 1.0",
                    "jembatan_rows_total{outcome=\"accepted\"} 1.0",
                    "jembatan_rows_total{outcome=\"duplicate\"} 1.0",
                    "jembatan_rows_total{outcome=\"rejected\"} 1.0",
                    "jembatan_drop_duration_seconds_count{status=\"taken\"} 1",
                    "jembatan_line_stopped 0.0")) {
                assertTrue(metrics.contains(line), () -> line + " in " + metrics);
            }
            for (String told :
                    List.of(metrics, ready.body(), get(port, "health").body())) {
                assertFalse(told.contains("XABVOLY"), told);
                assertFalse(told.contains("92030112"), told);
                assertFalse(told.contains("pekerja-rentan"), told);
            }
        }
    }

    @Test
    void whereNobodyAsksForItNothingListens() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            assertTrue(running.pass());
            assertEquals(List.of(), new HouseHealth(running.house()).reasons());
            assertTrue(Observed.port(running.house().settings()).isEmpty());
        }
    }

    @Test
    void aLineThatStandsIsSaidInHealthAndStatusUntilItMovesAgain() throws Exception {
        int port = freePort();
        AtomicBoolean broken = new AtomicBoolean(true);
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.observe.port", Integer.toString(port)))) {
            running.before("settle-place-people", "settle-rows", () -> {
                if (broken.get()) {
                    throw new AccessDeniedException(NAME);
                }
                return running;
            });
            running.drop("daftar.csv", LIST);
            assertFalse(running.pass());

            HttpResponse<String> ready = get(port, "health/ready");
            List<String> attention = HouseStatus.of(running.house()).attention();

            assertEquals(503, ready.statusCode(), ready.body());
            assertTrue(ready.body().contains("LINE_STOPPED since"), ready.body());
            assertFalse(ready.body().contains("XABVOLY"), ready.body());
            assertTrue(
                    attention.stream().anyMatch(each -> each.startsWith("LINE_STOPPED since")), attention.toString());
            assertEquals(200, get(port, "health/live").statusCode());

            broken.set(false);
            assertTrue(running.pass());

            assertEquals(200, get(port, "health/ready").statusCode());
            assertEquals(List.of(), HouseStatus.of(running.house()).attention());
        }
    }

    @Test
    void withTooLittleRoomNoFileIsTakenAndItGoesOnByItselfWhenThereIsRoom() throws Exception {
        Path small = home.resolve("small");
        Files.createDirectories(small);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=96m,mode=700", "tmpfs", small.toString()),
                "NOT TRIED: only root can mount a small disk");
        try (RunningHouse running = new RunningHouse(small, Map.of("jembatan.intake.free-space", "50331648"))) {
            Path filler = Files.write(small.resolve("filler"), new byte[64 * 1024 * 1024]);
            running.drop("daftar.csv", LIST);
            assertFalse(running.pass());

            List<String> attention = HouseStatus.of(running.house()).attention();
            assertTrue(attention.stream().anyMatch(each -> each.startsWith("DISK_SPACE ")), attention.toString());
            assertEquals(List.of(), running.drops());

            Files.delete(filler);
            assertTrue(running.pass());

            assertEquals(1, running.drops().size());
            assertEquals(List.of(), HouseStatus.of(running.house()).attention());
        } finally {
            assertTrue(run("umount", "-l", small.toString()));
        }
    }

    @Test
    void aNightThatWasMissedIsSaidUntilItIsMadeUp() throws Exception {
        try (RunningHouse running = new RunningHouse(home, Map.of("jembatan.today", ""))) {
            running.drop("daftar.csv", LIST);
            assertTrue(running.pass());
            try (Connection connection = running.house().register().dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        "update drop_log set received_at = timestamp with time zone '2025-01-01 00:00:00+00'");
            }

            List<String> missed = HouseStatus.of(running.house()).attention();
            running.service().openNights();
            List<String> made = HouseStatus.of(running.house()).attention();

            assertTrue(missed.stream().anyMatch(each -> each.startsWith("NIGHT_MISSED ")), missed.toString());
            assertTrue(made.stream().noneMatch(each -> each.startsWith("NIGHT_MISSED ")), made.toString());
        }
    }

    private HttpResponse<String> get(int port, String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/observe/" + path))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean run(String... words) throws Exception {
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }
}
