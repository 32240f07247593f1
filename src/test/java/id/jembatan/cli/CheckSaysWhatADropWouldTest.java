package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.jembatan.ZipWriting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code check} is held against the same file dropped into an empty home on the same day. */
class CheckSaysWhatADropWouldTest {

    private static final Path EXAMPLES = Path.of("examples/drops");
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1-kop-dan-tanda-tangan.csv, 9203, fakfak, pekerja-rentan-2025, 2025-04-01",
        "2-ejaan-nik.csv, 7111, bolsel, berkah-petani-2024, 2024-02-01",
        "4-orang-ganda.csv, 6409, penajam-paser-utara, pekerja-rentan-2024, 2024-01-15",
        "5-penerima-upah.tsv, 6111, kayong-utara, pekerja-formal-2024, 2024-05-01",
        "7-tanpa-judul.csv, 7407, wakatobi, pekerja-rentan-2022, 2022-04-01",
        "2-ejaan-nik.csv, 7111, bolsel, berkah-petani-2024, 2029-01-01",
        "4-orang-ganda.csv, 9203, fakfak, latihan, 2025-04-01",
        "10-beberapa-lembar.xlsm, 9203, fakfak, pekerja-rentan-2025, 2025-04-01",
        "12-dari-aplikasi.json, 6409, penajam-paser-utara, pekerja-rentan-2024, 2024-01-15",
    })
    void saysTheSameButForPlaces(String file, String code, String slug, String programme, String day)
            throws IOException {
        Path home = folder.resolve("home");
        Path drop = Files.createDirectories(
                home.resolve("drop").resolve(code + "-" + slug).resolve(programme));
        Files.copy(EXAMPLES.resolve(file), drop.resolve(file));

        Told ingested = Told.on(day, home, "ingest");
        Told checked = Told.by(
                "check",
                EXAMPLES.resolve(file).toString(),
                "--regency",
                code,
                "--programme",
                programme,
                "--on",
                day,
                "--json");

        assertEquals(ingested.exit(), checked.exit(), checked.err());
        assertEquals(withoutPlaces(reply(home)), withoutPlaces(checked.out()));
        assertTrue(tree(checked.out()).get("places").isNull(), "places are not reckoned");
    }

    /** Told from the journal of drops, in order: a later entry of the same bytes writes an earlier one's folder again. */
    @Test
    void everyEntryOfAZipIsJudgedAsADropWouldBe() throws IOException {
        byte[] list = Files.readAllBytes(EXAMPLES.resolve("1-kop-dan-tanda-tangan.csv"));
        byte[] locked = "terkunci".getBytes(StandardCharsets.UTF_8);
        ZipWriting zip = new ZipWriting();
        zip.add("Kokas/a.csv", list);
        zip.add("Kokas/b.csv", Files.readAllBytes(EXAMPLES.resolve("20-kolom-kurang.csv")));
        zip.add("Kokas/salinan a.csv", list);
        zip.add("Kokas/terkunci.csv", locked).encrypted();
        Path file = Files.write(folder.resolve("kiriman.zip"), zip.bytes());

        Told checked = Told.by(
                "check",
                file.toString(),
                "--regency=9203",
                "--programme=pekerja-rentan-2025",
                "--on=2025-04-01",
                "--json",
                "--reply",
                folder.resolve("reply").toString());
        Told said = Told.by(
                "check", file.toString(), "--regency=9203", "--programme=pekerja-rentan-2025", "--on=2025-04-01");

        List<String> told = new ArrayList<>();
        tree(checked.out())
                .forEach(each -> told.add(each.get("file").asText() + " "
                        + each.get("status").asText() + " "
                        + each.at("/reason/code").asText() + " "
                        + each.at("/rows/accepted").asInt()));
        assertEquals(
                List.of(
                        "kiriman.zip!/a.csv TAKEN  4",
                        "kiriman.zip!/b.csv REFUSED FILE_COLUMN_MISSING 0",
                        "kiriman.zip!/salinan a.csv SEEN  4",
                        "kiriman.zip!/terkunci.csv REFUSED FILE_ENCRYPTED 0"),
                told);
        assertEquals(Jembatan.TO_REPAIR, checked.exit());
        assertEquals(3, names(folder.resolve("reply")).size());
        for (String name : List.of("a.csv", "b.csv", "salinan a.csv", "terkunci.csv")) {
            assertTrue(said.out().contains("Berkas: kiriman.zip!/" + name + "\n"), said.out());
        }
    }

    @Test
    void aZipOfOneListIsAListOfOne() throws IOException {
        ZipWriting zip = new ZipWriting();
        zip.add("a.csv", Files.readAllBytes(EXAMPLES.resolve("1-kop-dan-tanda-tangan.csv")));
        Path file = Files.write(folder.resolve("satu.zip"), zip.bytes());

        Told checked = Told.by(
                "check",
                file.toString(),
                "--regency=9203",
                "--programme=pekerja-rentan-2025",
                "--on=2025-04-01",
                "--json");

        assertEquals(Jembatan.DONE, checked.exit());
        assertEquals(4, tree(checked.out()).at("/0/rows/accepted").asInt(), checked.out());
    }

    @Test
    void quotaAndBudgetKeepNobodyOut() throws IOException {
        Path config = folder.resolve("config");
        lay(Path.of("config"), config);
        Path fakfak = config.resolve("regencies/9203-fakfak.yaml");
        Files.writeString(fakfak, Files.readString(fakfak).replace("quota: 10000", "quota: 2"));

        Told checked = Told.by(
                "--config",
                config.toString(),
                "check",
                EXAMPLES.resolve("1-kop-dan-tanda-tangan.csv").toString(),
                "--regency=9203",
                "--programme=pekerja-rentan-2025",
                "--on=2025-04-01",
                "--json");

        assertEquals(4, tree(checked.out()).at("/rows/accepted").asInt());
    }

    @Test
    void tellsPeopleTheCountsTheCausesAndWhatToDo() {
        Told checked = check("2-ejaan-nik.csv");

        assertTrue(checked.out().startsWith("PEMERIKSAAN SAJA"), checked.out());
        assertTrue(checked.out().contains("         9  Dibaca"), checked.out());
        assertTrue(checked.out().contains("(NIK_LENGTH; baris belum masuk)"), checked.out());
        assertTrue(checked.out().contains("contoh: baris 6"), checked.out());
        assertFalse(checked.out().contains("contoh: contoh"), checked.out());
        assertTrue(checked.out().contains("-> Cocokkan dengan KTP"), checked.out());
    }

    @Test
    void tellsOfADamagedNikColumnHowManyRowsWhereAndTheOneThingToDo() throws IOException {
        StringBuilder list = new StringBuilder("DAFTAR PEKERJA\nNO;NIK KTP;NAMA;TGL LAHIR\n");
        for (int i = 1; i <= 20; i++) {
            list.append(i)
                    .append(i <= 12 ? ";9,20301E+15" : ";9203011205809001")
                    .append(";UDIN;12-05-1980\n");
        }
        Path file = Files.writeString(folder.resolve("rusak.csv"), list);
        Path reply = folder.resolve("reply");

        Told checked = Told.by(
                "check",
                file.toString(),
                "--regency=9203",
                "--programme=pekerja-rentan-2025",
                "--on=2025-04-01",
                "--reply=" + reply);

        String page = Files.readString(reply.resolve("tanda-terima.html"));
        for (String receipt : Set.of(checked.out(), page)) {
            assertTrue(receipt.contains("12 dari 20 baris"), receipt);
            assertTrue(receipt.contains("Kolom NIK KTP"), receipt);
            assertTrue(receipt.contains("baris 3 sampai 14"), receipt);
            assertTrue(receipt.contains("NIK_SCIENTIFIC"), receipt);
            assertTrue(receipt.contains("sebelum berkas disimpan sebagai CSV"), receipt);
        }
        JsonNode summary = tree(Files.readString(reply.resolve("summary.json")));
        assertEquals(0, summary.at("/rows/read").asInt());
        assertEquals(0, summary.get("findings").size());
    }

    @Test
    void leavesNothingBehindButTheReplyThatWasAskedFor() throws IOException {
        Set<String> before = temporary();

        Told checked =
                check("2-ejaan-nik.csv", "--reply", folder.resolve("reply").toString());

        assertEquals(Jembatan.TO_REPAIR, checked.exit());
        assertEquals(before, temporary());
        assertFalse(Files.exists(Path.of("data")), "no home is made");
        assertEquals(
                Set.of("summary.json", "rows.csv", "findings.csv", "tanda-terima.html", "perbaikan.xlsx"),
                names(folder.resolve("reply")));
    }

    @Test
    void wrongUsageIsOneLineAndTwo() {
        assertWrong("Belum disebut: --programme ID, --regency CODE", "check", "x.csv");
        assertWrong("Program x tidak ada di Fakfak", "check", "x.csv", "--programme=x", "--regency=9203");
        assertWrong("Kabupaten/kota 9999 tidak ada", "check", "x.csv", "--programme=x", "--regency=9999");
        assertWrong("Berkas x.csv tidak ada", "check", "x.csv", "--programme=latihan", "--regency=9203");
        assertWrong(
                "Nilai untuk --on DATE", "check", "x.csv", "--programme=latihan", "--regency=9203", "--on=2025-02-30");
        assertWrong("Tidak dikenal: periksa", "periksa");
        assertWrong("Perintah apa?");
        assertWrong("Which command?", "--set", "jembatan.language=en");
    }

    private static void assertWrong(String sentence, String... arguments) {
        Told told = Told.by(arguments);

        assertEquals(Jembatan.WRONG_USAGE, told.exit());
        assertTrue(told.err().startsWith("jembatan: " + sentence), told.err());
        assertEquals(1, told.err().lines().count(), told.err());
    }

    private static Told check(String file, String... more) {
        return Told.by(Stream.concat(
                        Stream.of(
                                "check",
                                EXAMPLES.resolve(file).toString(),
                                "--regency=7111",
                                "--programme=berkah-petani-2024",
                                "--on=2024-02-01"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static String reply(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("reply"))) {
            return Files.readString(files.filter(file -> file.endsWith("summary.json"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static JsonNode withoutPlaces(String summary) throws IOException {
        ObjectNode tree = (ObjectNode) tree(summary);
        tree.remove("places");
        return tree;
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    private static Set<String> temporary() throws IOException {
        return names(TEMPORARY).stream()
                .filter(name -> name.startsWith("jembatan-"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void lay(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
