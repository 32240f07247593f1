package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/adding-a-regency.md} is true as it is written, in a home that has been at work before. */
class AddingARegencyTest {

    private static final Path DOC = Path.of("docs/adding-a-regency.md");
    private static final String HEADER = "NIK,NAMA,TANGGAL LAHIR\n";
    private static final String UDIN = "7402011205809001,UDIN LAKIDENDE,12-05-1980\n";
    private static final String AMIR = "7402011205809011,AMIR TOLAKI,12-05-1980\n";
    private static final String SITI = "7402015205809021,SITI ABUKI,12-05-1980\n";

    @TempDir
    Path folder;

    private Path home;
    private Path config;
    private Path konawe;

    @BeforeEach
    void copyTheConfiguration() throws IOException {
        home = folder.resolve("home");
        config = folder.resolve("config");
        konawe = config.resolve("regencies/7402-konawe.yaml");
        Path shipped = Path.of("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private Told tell(String day, String... command) {
        List<String> arguments = new ArrayList<>(
                List.of("--home", home.toString(), "--config", config.toString(), "--set", "jembatan.today=" + day));
        arguments.addAll(List.of(command));
        return Told.by(arguments.toArray(String[]::new));
    }

    /** The file that the document writes. */
    private static String example() throws IOException {
        String doc = Files.readString(DOC);
        int start = doc.indexOf("```yaml\n") + "```yaml\n".length();
        return doc.substring(start, doc.indexOf("```", start));
    }

    /** What the document says that the check says. */
    private static String promised() throws IOException {
        return Files.readString(DOC)
                .lines()
                .filter(line -> line.startsWith("> "))
                .findFirst()
                .orElseThrow()
                .substring(2);
    }

    /** Drops rows into a programme of the regency; gives what became of them, in order. */
    private List<String> drop(String day, String programme, String name, String... rows) throws IOException {
        Path in = home.resolve("drop/7402-konawe").resolve(programme);
        Files.writeString(in.resolve(name), HEADER + String.join("", rows));
        Told told = tell(day, "ingest");
        Path replies = home.resolve("reply/7402-konawe").resolve(programme);
        try (Stream<Path> files = Files.walk(replies)) {
            for (Path summary :
                    files.filter(file -> file.endsWith("summary.json")).toList()) {
                JsonNode read = new ObjectMapper().readTree(summary.toFile());
                if (read.get("file").asText().equals(name)) {
                    return Files.readAllLines(summary.resolveSibling("rows.csv")).stream()
                            .skip(1)
                            .map(line -> line.split(",", -1)[2])
                            .toList();
                }
            }
        }
        throw new AssertionError("no reply: " + told);
    }

    private JsonNode programmes(String day) throws IOException {
        return new ObjectMapper().readTree(tell(day, "status", "--json").out()).get("programmes");
    }

    @Test
    void theExampleIsProvedAndTakenUpByAHomeThatIsAtWork() throws IOException {
        Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(
                home.resolve("drop/9203-fakfak/pekerja-rentan-2025/a.csv"),
                HEADER + "9203011205809001,UDIN WAGAB,12-05-1980\n");
        tell("2026-02-02", "ingest");
        tell("2026-02-02", "enrol");
        JsonNode before = programmes("2026-02-02");

        Files.writeString(konawe, example());
        Told checked = tell("2026-02-02", "agreements", "check", "--set", "jembatan.language=en");
        tell("2026-02-02", "status");
        List<String> outcomes = drop("2026-02-02", "pekerja-rentan-2026", "konawe.csv", UDIN, AMIR);

        assertTrue(checked.out().contains(promised()), checked.out());
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), outcomes);
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), drop("2026-02-02", "latihan", "coba.csv", UDIN, AMIR));
        List<JsonNode> after = new ArrayList<>();
        programmes("2026-02-02").forEach(programme -> {
            if (!programme.get("regency").asText().equals("7402")) {
                after.add(programme);
            }
        });
        List<JsonNode> expected = new ArrayList<>();
        before.forEach(expected::add);
        assertEquals(expected, after);
    }

    @Test
    void peopleComeAgainInTheSameYearAndInTheNext() throws IOException {
        Files.writeString(konawe, example());
        tell("2026-03-02", "status");
        assertEquals(
                List.of("ACCEPTED", "ACCEPTED", "ACCEPTED"),
                drop("2026-03-02", "pekerja-rentan-2026", "maret.csv", UDIN, AMIR, SITI));
        tell("2026-03-02", "enrol");
        Files.writeString(
                home.resolve("answer/kendari/jawaban.csv"),
                "REF,STATUS,KPJ,ALASAN\n7402-pekerja-rentan-2026-20260302-01/1,ditolak,,data tidak cocok\n");
        tell("2026-03-10", "ingest");
        typing(
                AMIR.substring(0, 16),
                "2026-03-10",
                "end",
                "--regency",
                "7402",
                "--programme",
                "pekerja-rentan-2026",
                "--reason",
                "pindah");

        List<String> sameYear = drop("2026-04-01", "pekerja-rentan-2026", "april.csv", SITI, UDIN, AMIR);
        tell("2026-04-01", "enrol");
        Files.writeString(konawe, example() + """

  - id: pekerja-rentan-2027
    name: Pekerja Rentan 2027
    agency: Dinas Tenaga Kerja
    segment: BPU
    group: vulnerable
    funding: APBD
    protections: [JKK, JKM]
    start: 2027-01
    months: 12
""");
        tell("2026-12-15", "status");
        List<String> ahead = drop("2026-12-15", "pekerja-rentan-2027", "awal.csv", UDIN);
        tell("2027-01-02", "enrol");
        List<String> nextYear = drop("2027-01-02", "pekerja-rentan-2027", "januari.csv", UDIN, AMIR, SITI);

        assertEquals(List.of("UNCHANGED", "ACCEPTED", "ACCEPTED"), sameYear);
        assertEquals(List.of("ACCEPTED"), ahead);
        assertEquals(List.of("UNCHANGED", "ACCEPTED", "ACCEPTED"), nextYear);
        JsonNode last = new ObjectMapper().createArrayNode();
        for (JsonNode programme : programmes("2027-01-02")) {
            if (programme.get("programme").asText().equals("pekerja-rentan-2026")) {
                last = programme;
            }
        }
        assertEquals(
                0,
                last.get("active").asInt()
                        + last.get("sent").asInt()
                        + last.get("staged").asInt());
    }

    private void typing(String typed, String day, String... command) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.UTF_8)));
        try {
            Told told = tell(day, command);
            assertEquals(Jembatan.DONE, told.exit(), told.toString());
        } finally {
            System.setIn(before);
        }
    }
}
