package id.jembatan.specs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Reads the tables of one folder of {@code specs} and makes a test of each case. */
final class SpecTables {
    private static final YAMLMapper YAML = new YAMLMapper();

    private SpecTables() {}

    /** @param check is given what the table says of all its cases, and the case */
    static Stream<DynamicNode> of(String room, BiConsumer<Map<String, Object>, Map<String, Object>> check) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/specs", room))) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(file -> container(read(file), check))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DynamicNode container(
            Map<String, Object> table, BiConsumer<Map<String, Object>, Map<String, Object>> check) {
        List<Map<String, Object>> cases = YAML.convertValue(table.get("cases"), new TypeReference<>() {});
        return DynamicContainer.dynamicContainer(
                String.valueOf(table.get("name")),
                cases.stream()
                        .map(one -> DynamicTest.dynamicTest(
                                String.valueOf(one.get("id")), () -> check.accept(table, one))));
    }

    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : YAML.convertValue(value, new TypeReference<>() {});
    }

    static List<String> strings(Object value) {
        return value == null ? List.of() : YAML.convertValue(value, new TypeReference<>() {});
    }

    static Map<String, List<String>> lists(Path file) {
        try {
            return YAML.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> read(Path file) {
        try {
            return YAML.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
