package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ColumnNamesTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> recognisesColumnsByTheirHeaders() throws IOException {
        return SpecTable.run(
                "column-names.yaml",
                given -> List.of(
                        ReadRoom.NAMES.find(given.asText()).map(Field::key).orElse("unknown")));
    }

    @Test
    void recognisesAtLeastWhatTheContractLists() throws IOException {
        JsonNode fields = new YAMLMapper()
                .readTree(Path.of("src/test/resources/specs/read/least-aliases.yaml")
                        .toFile());

        fields.properties().forEach(field -> field.getValue()
                .forEach(alias -> assertEquals(
                        Optional.of(field.getKey()),
                        ReadRoom.NAMES.find(alias.asText()).map(Field::key),
                        alias.asText())));
    }

    @Test
    void learnsTheNamesOfARegency() {
        ColumnNames more = ReadRoom.NAMES.withAliases(Map.of(Field.VILLAGE, List.of("Nama Kampung")));

        assertEquals(Optional.of(Field.VILLAGE), more.find("NAMA KAMPUNG"));
        assertEquals(Optional.empty(), ReadRoom.NAMES.find("NAMA KAMPUNG"));
    }

    @Test
    void refusesANameOfARegencyThatMeansSomethingElse() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> ReadRoom.NAMES.withAliases(Map.of(Field.OCCUPATION, List.of("Ket."))));

        assertEquals("column names: \"Ket.\" means note and occupation", refused.getMessage());
    }

    @Test
    void saysAllThatIsWrongWithTheFileAtOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("columns.yaml"),
                "nik: [NIK, '--']\nname: [NAMA]\nmotherName: [nama]\numur: [UMUR]\njembatanRef: [X]\nnote: [Catatan Jembatan]\n");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ColumnNames.load(file));

        assertEquals(
                "columns.yaml: a name of nik has neither letter nor digit: \"--\"; \"nama\" means name and motherName; "
                        + "no field is called umur; no field is called jembatanRef; "
                        + "\"Catatan Jembatan\" means jembatanNote and note",
                refused.getMessage());
    }

    @Test
    void refusesAFileThatIsNoListOfNames() throws IOException {
        Path file = Files.writeString(folder.resolve("columns.yaml"), "nik: NIK\n");

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> ColumnNames.load(file));

        assertEquals(
                "columns.yaml: expected field keys, each with a list of names",
                String.valueOf(refused.getMessage()).split(": Cannot", 2)[0]);
    }

    @Test
    void takesOurOwnColumnsForAnyOthersInAPracticeProgramme() {
        assertEquals(Optional.empty(), ReadRoom.NAMES.withoutOurs().find("JEMBATAN_REF"));
        assertEquals(Optional.of(Field.NIK), ReadRoom.NAMES.withoutOurs().find("nik"));
    }
}
