package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaversAreConfirmedTest {

    private static final String FAKFAK = "regencies/9203-fakfak.yaml";

    @TempDir
    Path folder;

    private Path home;

    /** Ten people, and then a list without the ninth and the tenth. */
    @BeforeEach
    void aFullListIsWithoutTwoOfTen() throws IOException {
        home = folder.resolve("home");
        Path config = folder.resolve("config");
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
        String programme = "  - id: pekerja-rentan-2025\n";
        String agreement = Files.readString(config.resolve(FAKFAK));
        assertTrue(agreement.contains(programme));
        Files.writeString(config.resolve(FAKFAK), agreement.replace(programme, programme + "    mode: full-list\n"));
        drop("2025-06-02", 10);
        drop("2025-06-03", 8);
    }

    private void drop(String day, int people) throws IOException {
        String list = IntStream.range(0, people)
                .mapToObj(i -> "92030112058090" + (i + 10) + ",ORANG " + "ABCDEFGHIJ".charAt(i) + ",12-05-1980\n")
                .collect(Collectors.joining("", "NIK,NAMA,TANGGAL LAHIR\n", ""));
        Path to = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.writeString(to.resolve("daftar.csv"), list);
        assertEquals(Jembatan.DONE, on(day, "ingest").exit());
    }

    @Test
    void whoIsProposedIsShownMasked() throws IOException {
        Told shown = on("2025-06-04", "leavers");

        assertEquals(Jembatan.DONE, shown.exit(), shown.err());
        assertTrue(shown.out().contains("************9018") && shown.out().contains("************9019"), shown.out());
        assertFalse(shown.out().contains("920301120580901"), shown.out());
        assertTrue(shown.out().contains(list()), shown.out());
        assertTrue(on("2025-06-04", "status").out().contains("LEAVERS 9203/pekerja-rentan-2025 " + list() + ": 2"));
    }

    @Test
    void aScriptReadsTheProposalsToo() throws IOException {
        JsonNode proposals = new ObjectMapper()
                .readTree(on("2025-06-04", "leavers", "--json").out());

        assertEquals(List.of("1", "2"), proposals.findValuesAsText("number"));
        assertEquals(List.of("************9018", "************9019"), proposals.findValuesAsText("nik"));
        assertEquals(List.of(list(), list()), proposals.findValuesAsText("drop"));
    }

    @Test
    void whoIsKeptStaysAndTheOthersLeave() throws IOException {
        Told kept = on("2025-06-04", "leavers", "--keep", "1");
        Told confirmed = on("2025-06-04", "leavers", "--confirm", list(), "--as", "budi");

        assertEquals(Jembatan.DONE, kept.exit(), kept.err());
        assertEquals(Jembatan.DONE, confirmed.exit(), confirmed.err());
        assertEquals("1 orang berhenti.", confirmed.out().strip());
        assertEquals(
                "Tidak ada yang diusulkan berhenti.",
                on("2025-06-04", "leavers").out().strip());
        assertTrue(on("2025-06-04", "enrol").out().contains(" 9 "));
    }

    @Test
    void whatIsNotAskedCannotBeAnswered() throws IOException {
        assertEquals(
                Jembatan.WRONG_USAGE, on("2025-06-04", "leavers", "--keep", "7").exit());
        assertEquals(
                Jembatan.WRONG_USAGE,
                on("2025-06-04", "leavers", "--confirm", "20250603-0000000000").exit());
    }

    private String list() throws IOException {
        try (Stream<Path> replies = Files.list(home.resolve("reply/9203-fakfak/pekerja-rentan-2025"))) {
            return replies.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("20250603-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Told on(String day, String... command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--home", home.toString(), "--config", folder.resolve("config").toString()));
        arguments.addAll(List.of("--set", "jembatan.today=" + day));
        arguments.addAll(List.of(command));
        return Told.by(arguments.toArray(String[]::new));
    }
}
