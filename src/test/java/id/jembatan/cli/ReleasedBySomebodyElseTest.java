package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code release: confirmed}: a batch stays in the house until a second person lets it go. */
class ReleasedBySomebodyElseTest {

    private static final String BATCH = "9203-pekerja-rentan-2025-20250602-01";

    @TempDir
    Path folder;

    private Path home;
    private Path config;

    @BeforeEach
    void aProgrammeThatAsksForTwo() throws IOException {
        home = folder.resolve("home");
        config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path fakfak = config.resolve("regencies/9203-fakfak.yaml");
        String agreement = Files.readString(fakfak);
        Files.writeString(
                fakfak,
                agreement.replace(
                        "- id: pekerja-rentan-2025\n", "- id: pekerja-rentan-2025\n    release: confirmed\n"));
        Path drop = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(drop.resolve("a.csv"), "NIK,NAMA,TANGGAL LAHIR\n9203011205809001,UDIN WAGAB,12-05-1980\n");
        tell("ingest");
    }

    private Told tell(String... command) {
        return tellOn("2025-06-02", command);
    }

    private Told tellOn(String day, String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("--home", home.toString(), "--config", config.toString(), "--set", "jembatan.today=" + day));
        arguments.addAll(List.of(command));
        return Told.by(arguments.toArray(String[]::new));
    }

    @Test
    void waitsForASecondPersonAndGoesThen() throws IOException {
        Path sent = home.resolve("outbound/fakfak").resolve(BATCH);
        Told enrolled = tell("enrol", "--as", "petugas");
        assertTrue(enrolled.out().contains("jembatan release " + BATCH), enrolled.out());
        assertFalse(enrolled.out().contains("Rp"), "none of it is told as sent: " + enrolled.out());
        assertTrue(tell("status").out().contains("HELD " + BATCH));

        Told same = tell("release", BATCH, "--as", "Petugas");
        assertEquals(Jembatan.TO_REPAIR, same.exit(), same.out());
        tell("enrol", "--as", "lain");
        assertFalse(Files.exists(sent));

        Told other = tell("release", BATCH, "--as", "bendahara");
        assertEquals(Jembatan.DONE, other.exit(), other.out() + other.err());
        assertTrue(Files.exists(sent.resolve("manifest.json")));
        assertTrue(Files.readString(home.resolve("journal/audit.ndjson")).contains("\"by\":\"bendahara\""));

        Told again = tell("release", BATCH, "--as", "bendahara");
        assertEquals(Jembatan.TO_REPAIR, again.exit());
        assertEquals(
                Jembatan.WRONG_USAGE,
                tell("release", "9203-x-01", "--as", "bendahara").exit());
    }

    /** Nobody pays for people whom the branch does not know. */
    @Test
    void whoIsHeldIsInNoContributionList() {
        tell("enrol", "--as", "petugas");
        String held = tell("iuran", "2025-06", "--draft", "--json").out();
        tell("release", BATCH, "--as", "bendahara");
        String released = tell("iuran", "2025-06", "--draft", "--json").out();

        assertFalse(held.contains("\"covered\" : 1"), held);
        assertTrue(released.contains("\"covered\" : 1"), released);
    }

    @Test
    void whatIsHeldUntilAllAreOutIsSentNoMore() {
        tell("enrol", "--as", "petugas");
        tellOn("2026-04-02", "enrol", "--as", "petugas");

        assertFalse(tellOn("2026-04-02", "status").out().contains("HELD"));
        Told late = tellOn("2026-04-02", "release", BATCH, "--as", "bendahara");
        assertEquals(Jembatan.TO_REPAIR, late.exit(), late.out() + late.err());
        assertFalse(Files.exists(home.resolve("outbound/fakfak").resolve(BATCH)));
    }

    /** A branch is silent from the day on which it could answer. */
    @Test
    void silenceCountsFromTheRelease() {
        tell("enrol", "--as", "petugas");
        tellOn("2025-07-20", "release", BATCH, "--as", "bendahara");

        String status = tellOn("2025-07-23", "status").out();

        assertTrue(status.contains("UNANSWERED " + BATCH + ": 1, 3"), status);
        assertFalse(status.contains("CALL"), status);
    }
}
