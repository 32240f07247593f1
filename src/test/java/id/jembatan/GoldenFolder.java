package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;

/**
 * A folder that what came is compared with, byte for byte. {@code -Djembatan.golden=write} writes down what came; whoever
 * does that reads every line of it.
 */
record GoldenFolder(Path folder) {

    private static final boolean WRITE = "write".equals(System.getProperty("jembatan.golden"));

    /** Whether these are the files, and no others. */
    void assertHolds(Map<String, String> told) throws IOException {
        if (WRITE) {
            write(told);
        }
        Map<String, String> expected = read();
        List<Executable> each = new ArrayList<>();
        each.add(() -> assertEquals(lines(expected), lines(told), "files"));
        told.forEach((path, text) -> each.add(() -> assertEquals(expected.get(path), text, path)));
        told.forEach((path, text) -> each.add(() -> assertBalanced(path, text)));
        assertAll(each);
    }

    private static String lines(Map<String, String> files) {
        return String.join("\n", new TreeSet<>(files.keySet()));
    }

    /** The law of SPEC section 6, reckoned here and not by the product. */
    private static void assertBalanced(String path, String text) throws IOException {
        if (path.endsWith("summary.json")) {
            JsonNode rows = new ObjectMapper().readTree(text).get("rows");
            long sum = 0;
            for (JsonNode count : rows) {
                sum += count.asLong();
            }
            assertEquals(2 * rows.get("read").asLong(), sum, path + ": read is the sum of the rest");
        }
    }

    private Map<String, String> read() throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private void write(Map<String, String> told) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, String> file : told.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
