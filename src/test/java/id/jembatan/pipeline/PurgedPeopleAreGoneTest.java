package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.PastRetention;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Purge;
import id.jembatan.domain.RegencyCode;
import id.jembatan.stage.PurgeShelf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SPEC section 12: {@code purge} leaves nobody of whom it says that he is gone, in no byte of the home. */
class PurgedPeopleAreGoneTest {

    private static final String NAME = "ZEFQUN WEXOLYIWATI";
    private static final String STREET = "JALAN QUNZEFXAB";
    private static final String LIST = "NIK;NAMA;TANGGAL LAHIR;ALAMAT;PEKERJAAN\n9203011205809321;" + NAME
            + ";12-05-1980;" + STREET + ";PETANI\n920301120580932;" + NAME + ";12-05-1980;" + STREET + ";PETANI\n";
    /** Ten years behind the last month of Fakfak's programme. */
    private static final LocalDate PAST = LocalDate.of(2036, 4, 1);

    @TempDir
    private Path home;

    @Test
    void noFileOfTheHomeHoldsThemAndNotTheRegistersEither() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            takeAndSend(running);
        }
        assertTrue(holding().stream().anyMatch(file -> file.startsWith("db/")), "they were in the register");
        assertTrue(holding().stream().anyMatch(file -> file.startsWith("outbound/")));

        try (RunningHouse running = new RunningHouse(home)) {
            running.house().clock().turnTo(PAST);
            PurgePeople people = new PurgePeople(running.house());
            assertEquals(1, people.look("budi").orElseThrow().facts().people());
            assertEquals(1, people.purge("budi").orElseThrow().facts().people());
            assertEquals(Optional.empty(), people.purge("budi"));
        }

        assertEquals(Set.of(), holding());
        assertTrue(Files.exists(home.resolve("reply/_purge/20360401-01/tanda-hapus.html")));
        String audit = Files.readString(home.resolve("journal/audit.ndjson"));
        assertTrue(audit.contains("\"by\":\"budi\",\"action\":\"purge\""), audit);
        assertEquals(
                Optional.empty(),
                new AuditTrail(home.resolve("journal")).check().broken());
    }

    @Test
    void whoIsNotPastTheRetentionStaysWhole() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            takeAndSend(running);
            Set<String> before = holding();
            running.house().clock().turnTo(PAST.minusDays(1));

            Optional<Purge> purge = new PurgePeople(running.house()).purge("budi");

            assertEquals(Optional.empty(), purge);
            assertEquals(before, holding());
        }
    }

    @Test
    void aPurgeThatAKillInterruptedIsFinishedByTheNextStart() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            takeAndSend(running);
            running.house().clock().turnTo(PAST);
            running.service().enrol(); // the night: who is over ends
            PurgeShelf shelf = new PurgeShelf(running.house().register());
            shelf.purge(new PurgeShelf.Asked(
                    new PastRetention(List.of(new ProgrammeKey(new RegencyCode("9203"), "pekerja-rentan-2025")), PAST),
                    PAST,
                    Instant.parse("2036-04-01T03:00:00Z"),
                    "budi",
                    () -> {},
                    going -> new PurgedFiles(running.house(), shelf).find(going, PAST),
                    shared -> List.of()));
            assertEquals(
                    List.of("PURGE 20360401-01"),
                    HouseStatus.of(running.house()).attention());
        } // as after a kill: no file is gone, no certificate lies
        assertFalse(holding().isEmpty());

        try (RunningHouse running = new RunningHouse(home)) {
            assertTrue(running.pass());
        }

        assertEquals(Set.of(), holding());
        assertTrue(Files.exists(home.resolve("reply/_purge/20360401-01/certificate.json")));
    }

    @Test
    void theSameBytesAreJudgedAnewAfterwardsAndNotSeen() throws Exception {
        try (RunningHouse running = new RunningHouse(home)) {
            takeAndSend(running);
            running.house().clock().turnTo(PAST);
            new PurgePeople(running.house()).purge("budi");

            running.drop("again.csv", LIST);
            assertTrue(running.pass());

            LoggedDrop again = running.drops().get(1);
            assertEquals(
                    "FILE_PROGRAMME_INACTIVE",
                    again.refusal().orElseThrow().code().name());
        }
    }

    private static void takeAndSend(RunningHouse running) throws Exception {
        running.drop("daftar.csv", LIST);
        assertTrue(running.pass());
        running.service().enrol();
        assertEquals(LoggedDrop.Step.REPLIED, running.drops().get(0).step());
    }

    /** Files that hold the name or the street, as bytes: of workbooks the one in which they lie compressed counts by its name. */
    private Set<String> holding() throws IOException {
        Set<String> holding = new TreeSet<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                if (bytes.contains(NAME)
                        || bytes.contains(STREET)
                        || file.toString().endsWith(".xlsx")) {
                    holding.add(home.relativize(file).toString());
                }
            }
        }
        return holding;
    }
}
