package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;

/** Runs a table of {@code src/test/resources/specs/read}: for each case, what is expected of what is given. */
final class SpecTable {

    private SpecTable() {}

    static Stream<DynamicTest> run(String table, Function<JsonNode, List<String>> actual) throws IOException {
        JsonNode spec = new YAMLMapper()
                .readTree(Path.of("src/test/resources/specs/read", table).toFile());
        return StreamSupport.stream(spec.get("cases").spliterator(), false)
                .map(it -> DynamicTest.dynamicTest(
                        it.get("id").asText(),
                        () -> assertEquals(
                                String.join("\n", texts(it.get("expected"))),
                                String.join("\n", actual.apply(it.get("given"))))));
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(it -> texts.add(it.asText()));
        } else {
            texts.add(node.asText());
        }
        return texts;
    }
}
