package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ProgramJava;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process that let the others into the embedded register ends before they do: they go on by themselves. */
class RegisterChangesHandsTest {

    private static final String DAY = "2025-06-02";
    private static final String FAKFAK = "9203-fakfak/pekerja-rentan-2025";
    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";

    @TempDir
    Path folder;

    @Test
    void theServiceOutlivesTheCommandThatLetItIn() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        House command = House.open(settings(home)); // any command that was quicker than the service
        try (RunningService service = RunningService.on(DAY, home, Map.of())) {
            service.awaitFile(drop(home, "a.csv", "9203011205809001,UDIN WAGAB,12-05-1980\n"));
            command.close();

            service.awaitFile(drop(home, "b.csv", "9203011305809002,AMIR PATIRAN,13-05-1980\n"));
            Told told = Told.on(DAY, home, "enrol");

            assertEquals(Jembatan.DONE, told.exit(), told.err());
            assertTrue(told.out().contains("9203-pekerja-rentan-2025-20250602-01  fakfak      2"), told.out());
            assertEquals(2, told.out().lines().count(), told.out());
        }
    }

    @Test
    void theServiceOutlivesAnotherOneThatIsKilled() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        RunningService first = RunningService.on(DAY, home, Map.of());
        try (RunningService second = RunningService.on(DAY, home, Map.of())) {
            first.kill();

            second.awaitFile(drop(home, "a.csv", "9203011205809001,UDIN WAGAB,12-05-1980\n"));

            Told status = Told.on(DAY, home, "status");
            assertTrue(status.out().contains(": TAKEN, 1"), status.out() + status.err());
        }
    }

    /** Whoever ends waits for the others' transactions: nobody's work is lost to a look at the status. */
    @Test
    void aTransactionInHandIsFinishedFirst() throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        House command = House.open(settings(home));
        CountDownLatch ended = new CountDownLatch(1);
        FutureTask<Void> end = new FutureTask<>(() -> {
            command.close();
            ended.countDown();
            return null;
        });
        String address = Files.readString(home.resolve("db/register.address")).strip();
        try (Connection other = DriverManager.getConnection(address, "jembatan", "");
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate("update counter set last_given = last_given");

            Thread ending = new Thread(end, "ending");
            ending.start();

            ending.join(200);
            assertEquals(1, ended.getCount(), "it waits");
            other.commit();
        }
        end.get();
    }

    /** Whatever it is about: opening the register, moving the schema, taking a list. */
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 600, 800, 1_000, 1_300})
    void aCommandThatHasJustBegunOutlivesTheOneThatLetItIn(int millis) throws Exception {
        Path home = Files.createDirectory(folder.resolve("home"));
        House command = House.open(settings(home));
        Path reply = drop(home, "a.csv", "9203011205809001,UDIN WAGAB,12-05-1980\n");
        List<String> line = ProgramJava.line();
        line.addAll(List.of("--home", home.toString(), "--set", "jembatan.today=" + DAY, "ingest"));
        Path said = folder.resolve("said");
        Process other = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();

        assertFalse(other.waitFor(millis, TimeUnit.MILLISECONDS) && other.exitValue() != 0, Files.readString(said));
        command.close();

        assertTrue(other.waitFor(1, TimeUnit.MINUTES), Files.readString(said));
        assertEquals(Jembatan.DONE, other.exitValue(), Files.readString(said));
        assertTrue(Files.exists(reply));
    }

    private static Settings settings(Path home) {
        return Settings.load(Path.of("config"), Map.of("jembatan.home", home.toString(), "jembatan.today", DAY));
    }

    /** Puts a list into its folder, and tells where it will be answered. */
    private static Path drop(Path home, String name, String rows) throws Exception {
        byte[] list = (HEADER + rows).getBytes(StandardCharsets.UTF_8);
        Path aside = Files.write(home.resolve("aside"), list);
        Files.move(aside, home.resolve("drop").resolve(FAKFAK).resolve(name), StandardCopyOption.ATOMIC_MOVE);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list));
        return home.resolve("reply")
                .resolve(FAKFAK)
                .resolve(DAY.replace("-", "") + "-" + hash.substring(0, 10))
                .resolve("summary.json");
    }
}
