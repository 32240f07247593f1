package id.jembatan.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.jembatan.domain.Messages;
import id.jembatan.pipeline.MessageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    @TempDir
    Path folder;

    @Test
    void shipsTheProvisionalLayoutWithTheColumnsOfTheSpecification() throws IOException {
        Profile profile = Profiles.load(OutboundSamples.SHIPPED).get("provisional-1");

        assertEquals(
                "NO,REF,NIK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,DESA,KECAMATAN,PEKERJAAN,NO_HP,"
                        + "NAMA_IBU,PROGRAM,UPAH,IURAN",
                String.join(",", profile.headers()));
        assertEquals("b-007.csv", profile.fileName("b", 7, ""));
    }

    @TestFactory
    Stream<DynamicTest> namesEveryMistakeOfAProfile() throws IOException {
        JsonNode spec = YAML.readTree(
                Files.readString(OutboundSamples.SPECS.resolve("mistakes").resolve("profile-mistakes.yaml")));
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode one : spec.get("cases")) {
            tests.add(DynamicTest.dynamicTest(
                    one.get("id").asText(),
                    () -> assertEquals(texts(one.get("problems")), problems(one.get("given")))));
        }
        return tests.stream();
    }

    private List<String> problems(JsonNode given) throws IOException {
        ObjectNode profile = (ObjectNode) YAML.readTree("""
                {name: sound, version: "1", type: CSV, delimiter: ",", encoding: UTF-8, line-end: LF, max-rows: 10,
                 date-form: dd-MM-yyyy, file-name: "{batch}-{nnn}.csv", columns: [{header: NIK, value: nik}]}
                """);
        given.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                profile.remove(entry.getKey());
            } else {
                profile.set(entry.getKey(), entry.getValue());
            }
        });
        Path file = Files.createTempDirectory(folder, "profile").resolve("sound.yaml");
        YAML.writeValue(file.toFile(), profile);
        try {
            Profiles.load(file.resolveSibling(""));
            return List.of();
        } catch (Profiles.Invalid e) {
            return e.problems().stream()
                    .map(problem -> problem.toString().replaceFirst(":[0-9]+: ", ": "))
                    .toList();
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void tellsTheMistakesOfAllFilesAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "name: a\nname: a\n");
        Files.writeString(folder.resolve("b.yaml"), "");

        Profiles.Invalid invalid = assertThrows(Profiles.Invalid.class, () -> Profiles.load(folder));

        String text = String.valueOf(invalid.getMessage());
        assertTrue(text.startsWith("a.yaml:2: "), text);
        assertTrue(text.contains("b.yaml:1: columns: NO_COLUMN (-)"), text);
    }

    @Test
    void namesTheLineOfEachMistake() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), """
                name: a
                version: "1"
                type: XLSX
                max-rows: 10
                date-form: dd-MM-yyyy

                file-name: "{batch}.xlsx"
                columns:
                  - {header: NIK, value: nik}
                  - header: NAMA
                    value: nama
                """);

        Profiles.Invalid invalid = assertThrows(Profiles.Invalid.class, () -> Profiles.load(folder));

        assertEquals(
                List.of(7, 11),
                invalid.problems().stream().map(Profiles.Problem::line).toList());
    }

    @Test
    void everyMistakeHasItsSentence() {
        for (String language : List.of("id", "en")) {
            Messages messages = MessageFiles.load(Path.of("config"), language);
            for (Profiles.Problem.Kind kind : Profiles.Problem.Kind.values()) {
                String sentence =
                        new Profiles.Problem("a.yaml", 3, "columns", kind, List.of("x", "y")).sentence(messages);
                assertTrue(sentence.startsWith("a.yaml, "), sentence);
                assertFalse(sentence.matches(".*\\{[0-9]}.*"), sentence);
            }
        }
    }

    /** Whatever the machine's language is: a batch has the same bytes everywhere. */
    @Test
    void monthsByNameAreIndonesian() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.FRENCH);
            assertEquals("17 Agu 1981", LocalDate.of(1981, 8, 17).format(Profile.form("d MMM yyyy")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
