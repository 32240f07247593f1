package id.jembatan.specs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Reads the tables of one folder of {@code specs} and makes a test of each case. */
final class SpecTables {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** Read once: whoever runs one case alone, as mutation testing does a thousand times, comes by all tables. */
    private static final Map<String, List<Table>> ROOMS = new ConcurrentHashMap<>();

    private record Table(Map<String, Object> said, List<Map<String, Object>> cases) {}

    private SpecTables() {}

    /** @param check is given what the table says of all its cases, and the case */
    static Stream<DynamicNode> of(String room, BiConsumer<Map<String, Object>, Map<String, Object>> check) {
        return ROOMS.computeIfAbsent(room, SpecTables::read).stream().map(table -> container(table, check));
    }

    private static DynamicNode container(Table table, BiConsumer<Map<String, Object>, Map<String, Object>> check) {
        return DynamicContainer.dynamicContainer(
                String.valueOf(table.said().get("name")),
                table.cases().stream()
                        .map(one -> DynamicTest.dynamicTest(
                                String.valueOf(one.get("id")), () -> check.accept(table.said(), one))));
    }

    private static List<Table> read(String room) {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/specs", room))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(SpecTables::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static Table read(Path file) {
        try {
            Map<String, Object> said = YAML.readValue(file.toFile(), new TypeReference<>() {});
            return new Table(said, YAML.convertValue(said.get("cases"), new TypeReference<>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
