package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator mistypes ends every command with 2, in his language, and says where to look. */
class MistakesAreNamedTest {

    private static final String DAY = "2025-06-02";

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void asShipped() throws IOException {
        config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file, config.resolve(Path.of("config").relativize(file).toString()));
            }
        }
    }

    private void append(String file, String text) throws IOException {
        Files.writeString(config.resolve(file), text, StandardOpenOption.APPEND);
    }

    private String refused(String... words) {
        Told told = Told.on(DAY, folder.resolve("home"), words);
        assertEquals(Jembatan.WRONG_USAGE, told.exit(), told.out() + told.err());
        return told.err();
    }

    private String refusedByConfig() {
        return refused("--config", config.toString(), "status");
    }

    @Test
    void aWordOfTwoMeaningsIsNamedWithFileAndLine() throws IOException {
        append("columns.yaml", "foo: [BAR]\n");
        append("sectors.yaml", "lain-lain: [Petani]\n");

        String said = refusedByConfig();

        assertTrue(said.contains("columns.yaml, baris "), said);
        assertTrue(said.contains("\"foo\""), said);
        assertTrue(said.contains("sectors.yaml, baris "), said);
        assertTrue(said.contains("\"Petani\" sudah ada di pertanian"), said);
    }

    @Test
    void aRegencysNameForAColumnThatMeansSomethingElseIsNoParkedList() throws IOException {
        append("regencies/9203-fakfak.yaml", "columns:\n  phone: [NO KTP]\n");

        String said = refusedByConfig();

        assertTrue(said.contains("regencies/9203-fakfak.yaml, baris "), said);
        assertTrue(said.contains("\"NO KTP\" sudah dipakai untuk nik"), said);
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(config.resolve("rates.yaml"));

        assertTrue(refusedByConfig().contains("rates.yaml: Berkas ini tidak ada."));
    }

    @Test
    void aLayoutThatIsNotThereIsFoundByTheCheckOfAgreements() throws IOException {
        Path regency = config.resolve("regencies/9203-fakfak.yaml");
        Files.writeString(
                regency,
                Files.readString(regency)
                        .replace("    months: 12\n    quota", "    months: 12\n    profile: lain\n    quota"));

        String said = refused("--config", config.toString(), "agreements", "check");

        assertTrue(said.contains("\"lain\" tidak ada di config/outbound/"), said);
    }

    @Test
    void aMistakeInALayoutIsNamedInTheReadersLanguage() throws IOException {
        append("outbound/provisional-1.yaml", "colour: red\n");

        assertTrue(
                refusedByConfig().matches("(?s).*provisional-1.yaml, baris [0-9]+, colour: Kunci ini tidak dikenal.*"));
    }

    @Test
    void aGroupThatIsNotThereIsFoundByTheCheckOfAgreements() throws IOException {
        append("regencies/9203-fakfak.yaml", "group: tidak_ada_grup_ini\n");

        Told told = Told.on(DAY, folder.resolve("home"), "--config", config.toString(), "agreements", "check");

        assertEquals(Jembatan.FAULT, told.exit());
        assertTrue(told.err().contains("tidak_ada_grup_ini"), told.err());
    }

    @Test
    void aSettingThatIsNoneIsRefusedInTheFileToo() throws IOException {
        append("application.properties", "jembatan.intake.quit=3\n");

        assertTrue(refusedByConfig().contains("Tidak ada setelan bernama jembatan.intake.quit"));
    }

    @Test
    void aSettingThatTheFileDoesNotNameHoldsAsShipped() throws IOException {
        Path file = config.resolve("application.properties");
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.startsWith("jembatan.intake.delay"))
                .toList();
        Files.write(file, lines);

        assertEquals(
                Jembatan.DONE,
                Told.on(DAY, folder.resolve("home"), "--config", config.toString(), "status")
                        .exit());
    }

    @Test
    void valuesAreRefusedInTheReadersLanguage() {
        assertTrue(refused("--set", "jembatan.today=besok", "status").contains("harus tanggal yyyy-mm-dd"));
        assertTrue(refused("--set", "jembatan.language=en", "--set", "jembatan.purge.nightly=maybe", "status")
                .contains("has to be true or false, not \"maybe\""));
        assertTrue(refused("--set", "jembatan.language=fr", "status").contains("harus id atau en, bukan \"fr\""));
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("berkas"), "");

        Told told = Told.on(DAY, file, "status");

        assertEquals(Jembatan.WRONG_USAGE, told.exit());
        assertTrue(told.err().contains(file.toString()), told.err());
    }

    @Test
    void whatMeansNothingIsNoQuestion() {
        String[] whatIf = {"what-if", "--regency", "9203", "--programme", "pekerja-rentan-2025"};
        for (List<String> terms : List.of(
                List.of("--months", "0"),
                List.of("--quota", "-1"),
                List.of("--budget", "-5"),
                List.of("--age-min", "70", "--age-max", "60"))) {
            String said =
                    refused(Stream.concat(Stream.of(whatIf), terms.stream()).toArray(String[]::new));
            assertFalse(said.contains("Exception"), said);
        }
        assertTrue(refused("iuran", "2025-06", "--regency", "9999").contains("9203 Fakfak"));
        assertTrue(refused("leavers", "--programme", "lain").contains("pekerja-rentan-2025"));
    }
}
