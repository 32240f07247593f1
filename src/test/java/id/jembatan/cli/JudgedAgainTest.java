package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.jembatan.ZipWriting;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code retry}, and what the same bytes are told before and after it (SPEC section 2). */
class JudgedAgainTest {

    private static final String FAKFAK = "9203-fakfak/pekerja-rentan-2025";
    private static final String LIST = """
            NIK,NAMA,TANGGAL LAHIR,L/P,PEKERJAAN
            9203011205809001,AHMAD CONTOH,12-05-1980,L,Petani
            9203014311929002,SITI CONTOH,03-11-1992,P,Nelayan
            9203011205079003,BUDI CONTOH,12-05-2007,L,Ojek
            """;

    @TempDir
    Path home;

    @Test
    void onALaterDayItIsANewReceiptUnderTheRulesOfThatDay() throws IOException {
        drop("a.csv", LIST);
        ingest("2025-05-01");
        String first = drops().get(0);

        Told retried = Told.on("2025-06-01", home, "retry", first, "--as", "budi");

        assertEquals(Jembatan.DONE, retried.exit(), retried.err());
        assertEquals("ACCEPTED ACCEPTED REJECTED", outcomes(first));
        String second = "20250601" + first.substring(8);
        assertEquals("UNCHANGED UNCHANGED ACCEPTED", outcomes(second));
        assertEquals("TAKEN", summary(second).get("status").asText());
        assertTrue(retried.out().contains(second), retried.out());
        assertTrue(journal().contains("\"by\":\"budi\""), journal());
    }

    @Test
    void afterwardsTheSameBytesAreSeenAsTheLatestReceipt() throws IOException {
        drop("a.csv", LIST);
        ingest("2025-05-01");
        drop("b.csv", LIST);
        ingest("2025-06-01");
        String first = drops().get(0);
        JsonNode seen = summary(first);
        Told.on("2025-06-02", home, "retry", first);
        drop("c.csv", LIST);

        Told last = Told.on("2025-06-03", home, "ingest");

        assertEquals("SEEN", seen.get("status").asText());
        assertEquals(1, seen.get("judgedOtherwise").asInt(), "Budi is 18 by now");
        assertEquals(2, seen.at("/rows/accepted").asInt());
        assertEquals(Jembatan.DONE, last.exit(), "a SEEN drop apart");
        JsonNode again = summary("20250602" + first.substring(8));
        assertEquals("SEEN", again.get("status").asText());
        assertEquals("2025-06-02T12:00:00+09:00", again.get("firstReceivedAt").asText());
        assertEquals(0, again.get("judgedOtherwise").asInt());
        assertEquals(2, drops().size(), "no folder for what was seen");
    }

    @Test
    void onTheSameDayTheFolderIsWrittenAgainWhole() throws IOException {
        drop("a.csv", LIST);
        ingest("2025-05-01");
        String first = drops().get(0);

        Told retried = Told.on("2025-05-01", home, "retry", first);

        assertEquals(Jembatan.TO_REPAIR, retried.exit());
        assertEquals(List.of(first), drops());
        assertEquals("UNCHANGED UNCHANGED REJECTED", outcomes(first));
    }

    @Test
    void whatWasRefusedIsJudgedAnewWithOrWithoutIt() throws IOException {
        drop("a.csv", LIST);
        ingest("2027-01-01");
        String refused = drops().get(0);
        JsonNode before = summary(refused);
        drop("b.csv", LIST);
        ingest("2025-05-01");

        Told retried = Told.on("2025-05-02", home, "retry", refused);

        assertEquals("FILE_PROGRAMME_INACTIVE", before.at("/reason/code").asText());
        assertEquals("ACCEPTED ACCEPTED REJECTED", outcomes("20250501" + refused.substring(8)));
        assertEquals(Jembatan.TO_REPAIR, retried.exit());
        assertEquals("UNCHANGED UNCHANGED REJECTED", outcomes("20250502" + refused.substring(8)));
    }

    @Test
    void seenComesBeforeEveryRefusal() throws IOException {
        drop("a.csv", LIST);
        ingest("2025-05-01");
        drop("b.csv", LIST);

        Told told = Told.on("2027-01-01", home, "ingest");

        assertEquals(Jembatan.DONE, told.exit());
        assertTrue(told.out().contains("SEEN"), told.out());
        assertEquals("SEEN", summary(drops().get(0)).get("status").asText());
    }

    @Test
    void practiceIsNeverSeen() throws IOException {
        for (String day : List.of("2025-05-01", "2025-05-02")) {
            Path folder = Files.createDirectories(home.resolve("drop/9203-fakfak/latihan"));
            Files.writeString(folder.resolve("a.csv"), LIST);

            Told told = Told.on(day, home, "ingest");

            assertTrue(told.out().contains("TAKEN"), told.out());
        }
    }

    @Test
    void aParkedDropComesBackAndLeavesNothingParked() throws Exception {
        drop("a.csv", LIST);
        parkAll();
        String parked = drops("parked").get(0);
        Told before = Told.on("2025-06-01", home, "status");

        Told retried = Told.on("2025-06-01", home, "retry", parked);

        assertTrue(before.out().contains("PARKED " + parked), before.out());
        assertEquals(Jembatan.DONE, retried.exit(), retried.err());
        assertEquals(List.of(), drops("parked"));
        assertFalse(Told.on("2025-06-01", home, "status").out().contains("PARKED"));
        assertEquals("UNCHANGED UNCHANGED ACCEPTED", outcomes(drops().get(0))); // two had entered before it was parked
    }

    @Test
    void killedAfterTheReceiptItIsFinishedByWhoeverComesNext() throws Exception {
        drop("a.csv", LIST);
        parkAll();
        String parked = drops("parked").get(0);
        try (House house = House.open(settings("2025-06-01"))) {
            List<LoggedDrop> found = house.listDropsCalled(parked);
            new RetryDrop(house).receive(found.get(0), "budi");
        }

        Told next = Told.on("2025-06-01", home, "ingest");

        assertEquals(Jembatan.DONE, next.exit(), next.err());
        assertTrue(next.out().contains("20250601" + parked.substring(8)), next.out());
        assertEquals(List.of(), drops("parked"));
        assertEquals("UNCHANGED UNCHANGED ACCEPTED", outcomes(drops().get(0))); // two had entered before it was parked
    }

    /** Its bytes are found, it is called as it was, and it is answered in a folder of its own. */
    @Test
    void aFileOfAZipIsJudgedAgainByItself() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("Kokas/a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        zip.add("Kokas/lain.csv", "bukan daftar".getBytes(StandardCharsets.UTF_8));
        drop("kiriman.zip", zip.bytes());
        ingest("2025-05-01");
        String first = dropOf("kiriman.zip!/a.csv");

        Told retried = Told.on("2025-06-01", home, "retry", first);

        assertEquals(Jembatan.DONE, retried.exit(), retried.err());
        assertEquals(2, retried.out().lines().count(), retried.out());
        String second = "20250601" + first.substring(8);
        assertEquals("kiriman.zip!/a.csv", summary(second).get("file").asText());
        assertEquals("UNCHANGED UNCHANGED ACCEPTED", outcomes(second));
        assertEquals(3, drops().size());
        assertEquals(3, journal().split("\"zip\":", -1).length - 1, "the journal knows the ZIP of each");
    }

    @Test
    void whatCouldNotBeGotOutOfItsZipStaysRefused() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("terkunci.csv", LIST.getBytes(StandardCharsets.UTF_8)).encrypted();
        drop("kiriman.zip", zip.bytes());
        ingest("2025-05-01");
        String first = drops().get(0);

        Told retried = Told.on("2025-06-01", home, "retry", first);

        assertEquals(Jembatan.TO_REPAIR, retried.exit());
        JsonNode again = summary("20250601" + first.substring(8));
        assertEquals("FILE_ENCRYPTED", again.at("/reason/code").asText());
        assertEquals(summary(first).get("reason"), again.get("reason"));
    }

    /** A limit that was raised for an honest ZIP is of no use if nobody can bring the ZIP back. */
    @Test
    void aZipThatWasRefusedWholeIsUnpackedAgain() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        zip.add("b.csv", "bukan daftar".getBytes(StandardCharsets.UTF_8));
        drop("kiriman.zip", zip.bytes());
        Told.on("2025-05-01", home, "--set", "jembatan.limits.entries=1", "ingest");
        String refused = drops().get(0);

        Told still = Told.on("2025-05-02", home, "--set", "jembatan.limits.entries=1", "retry", refused);
        Told retried = Told.on("2025-06-01", home, "retry", refused);

        assertEquals("FILE_BOMB", summary(refused).at("/reason/code").asText());
        assertTrue(still.out().contains("20250502" + refused.substring(8)), still.out());
        assertTrue(still.out().contains("FILE_BOMB"), still.out());
        assertEquals(Jembatan.TO_REPAIR, retried.exit(), retried.err());
        assertEquals(3, retried.out().lines().count(), retried.out());
        assertEquals("ACCEPTED ACCEPTED ACCEPTED", outcomes(dropOf("kiriman.zip!/a.csv")));
        assertEquals(
                "FILE_NO_HEADER",
                summary(dropOf("kiriman.zip!/b.csv")).at("/reason/code").asText());
    }

    @Test
    void aParkedFileOfAZipComesBackToo() throws Exception {
        ZipWriting zip = new ZipWriting();
        zip.add("Kokas/a.csv", LIST.getBytes(StandardCharsets.UTF_8));
        drop("kiriman.zip", zip.bytes());
        parkAll();
        String parked = drops("parked").get(0);

        Told retried = Told.on("2025-06-01", home, "retry", parked);

        assertEquals(Jembatan.DONE, retried.exit(), retried.err());
        assertEquals(List.of(), drops("parked"));
        assertEquals("kiriman.zip!/a.csv", summary(drops().get(0)).get("file").asText());
    }

    @Test
    void nobodyGuessesWhichDropIsMeant() throws IOException {
        drop("a.csv", LIST);
        Path practice = Files.createDirectories(home.resolve("drop/9203-fakfak/latihan"));
        Files.writeString(practice.resolve("a.csv"), LIST);
        ingest("2025-05-01");
        String id = drops().get(0);

        Told unknown = Told.on("2025-05-01", home, "retry", "20250501-0000000000");
        Told several = Told.on("2025-05-01", home, "retry", id);
        Told one = Told.on("2025-05-01", home, "retry", id, "--programme", "latihan", "--regency", "9203");

        assertEquals(Jembatan.WRONG_USAGE, unknown.exit());
        assertTrue(unknown.err().contains("Tidak ada kiriman bernomor 20250501-0000000000"), unknown.err());
        assertEquals(Jembatan.WRONG_USAGE, several.exit());
        assertTrue(several.err().contains("9203/latihan, 9203/pekerja-rentan-2025"), several.err());
        assertTrue(several.err().contains("--programme"), several.err());
        assertEquals(Jembatan.TO_REPAIR, one.exit());
        assertTrue(one.out().contains("9203/latihan"), one.out());
    }

    @Test
    void bytesThatAreGoneAreAFaultInWords() throws IOException {
        drop("a.csv", LIST);
        ingest("2025-05-01");
        try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }

        Told told = Told.on("2025-05-01", home, "retry", drops().get(0));

        assertEquals(Jembatan.FAULT, told.exit());
        assertTrue(told.err().contains("sudah tidak ada di arsip"), told.err());
    }

    /** A reply that cannot be written because a file lies where its folder should be: a fault of that one drop. */
    private void parkAll() throws IOException {
        Path replies = Files.createDirectories(home.resolve("reply/9203-fakfak"));
        Files.writeString(replies.resolve("pekerja-rentan-2025"), "");
        Told told = Told.on("2025-05-01", home, "--set", "jembatan.faults.retries=0", "ingest");
        assertEquals(Jembatan.FAULT, told.exit(), told.err());
        assertTrue(told.out().contains("PARKED"), told.out());
        Files.delete(replies.resolve("pekerja-rentan-2025"));
    }

    private Settings settings(String day) {
        return Settings.load(Path.of("config"), Map.of("jembatan.home", home.toString(), "jembatan.today", day));
    }

    private String dropOf(String file) throws IOException {
        for (String drop : drops()) {
            if (summary(drop).get("file").asText().equals(file)) {
                return drop;
            }
        }
        throw new AssertionError("no reply for " + file);
    }

    private void drop(String name, String text) throws IOException {
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(
                home.resolve("drop").resolve(FAKFAK),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.write(folder.resolve(name), bytes);
    }

    private void ingest(String day) {
        assertTrue(Told.on(day, home, "ingest").exit() < Jembatan.WRONG_USAGE);
    }

    private List<String> drops() throws IOException {
        return drops("reply");
    }

    private List<String> drops(String shelf) throws IOException {
        Path folder = home.resolve(shelf).resolve(FAKFAK);
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> drops = Files.list(folder)) {
            return drops.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private JsonNode summary(String drop) throws IOException {
        return new ObjectMapper()
                .readTree(home.resolve("reply")
                        .resolve(FAKFAK)
                        .resolve(drop)
                        .resolve("summary.json")
                        .toFile());
    }

    private String outcomes(String drop) throws IOException {
        Path rows = home.resolve("reply").resolve(FAKFAK).resolve(drop).resolve("rows.csv");
        return String.join(
                " ",
                Files.readAllLines(rows).stream()
                        .skip(1)
                        .map(line -> line.split(",", -1)[2])
                        .toList());
    }

    private String journal() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("journal"))) {
            StringBuilder text = new StringBuilder();
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".ndjson")).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
