package id.jembatan.settle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.normalise.MatchKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Invented people for the tests of this room, and its tables. */
final class People {

    static final NationalId NIK = new NationalId(9203011205809001L);

    private People() {}

    static JsonNode spec(String name) throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("src/test/resources/specs/settle", name).toFile());
    }

    static Worker named(String name, String born) {
        return person(Map.of("name", name, "birthDate", born));
    }

    /** As a table tells one: a name, or a name and the day of birth. */
    static Worker told(JsonNode person) {
        return person.isTextual()
                ? named(person.asText(), "")
                : named(person.get("name").asText(), person.get("born").asText());
    }

    /** A person by the keys of the fields; "" where a row says nothing. */
    static Worker person(Map<String, String> given) {
        Map<String, String> texts = new HashMap<>(given);
        String name = Optional.ofNullable(texts.remove("name")).orElse("UDIN");
        String born = Optional.ofNullable(texts.remove("birthDate")).orElse("");
        String sex = texts.getOrDefault("sex", "");
        FieldTexts.Builder built = FieldTexts.builder();
        texts.forEach((key, text) -> built.put(Field.find(key).orElseThrow(), text));
        return new Worker(
                NIK,
                name,
                MatchKey.of(name),
                born.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(born)),
                sex.isEmpty() ? NIK.sex() : Sex.ofLetter(sex),
                Optional.empty(),
                built.build());
    }
}
