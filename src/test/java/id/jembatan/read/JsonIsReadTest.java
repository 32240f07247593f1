package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.Cell;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class JsonIsReadTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> readsJsonAsProgramsWriteIt() throws IOException {
        return SpecTable.run("json.yaml", this::read);
    }

    @Test
    void saysOfAValueHowItWasWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("daftar.json"), "[{\"a\": 1, \"b\": \"1\"}]");

        try (RawRows rows = ReadRoom.open(file)) {
            assertEquals(List.of(Sheet.ONLY), rows.sheets());
            assertEquals(
                    List.of(new Cell("1", Cell.Kind.NUMBER), Cell.text("1")),
                    rows.next().cells());
        }
    }

    @Test
    void refusesAGiganticTextKeyOrNumber() throws IOException {
        String long1 = "x".repeat(1_001);

        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("[{\"a\": \"" + long1 + "\"}]"));
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("[{\"a\": {\"b\": \"" + long1 + "\"}}]"));
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("[{\"" + long1 + "\": 1}]"));
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("[{\"a\": \"" + "x".repeat(900_000)));
        assertEquals(List.of("FILE_TOO_LARGE: digits, 30"), text("[{\"a\": " + "1".repeat(900) + "}]"));
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("[{\"a\": " + "1".repeat(900_000) + "}]"));
        assertEquals(List.of("FILE_TOO_LARGE: cell, 1000"), text("{\"a\": \"" + long1 + "\"}\n{\"a\": 1}"));
    }

    @Test
    void refusesDepthWithoutEnd() throws IOException {
        assertEquals(List.of("FILE_TOO_LARGE: depth, 8"), text("[{\"a\": " + "[".repeat(500_000)));
        assertEquals(List.of("FILE_TOO_LARGE: depth, 8"), text("{\"data\":" + "{\"a\":".repeat(100_000)));
    }

    @Test
    void refusesKeysWithoutEndWhereverTheyStand() throws IOException {
        StringBuilder keys = new StringBuilder("\"k\": 1");
        for (int i = 0; i < 10_000; i++) {
            keys.append(", \"k").append(i).append("\": 1");
        }

        assertEquals(List.of("FILE_TOO_LARGE: columns, 20"), text("[{" + keys + "}]"));
        assertEquals(List.of("FILE_TOO_LARGE: columns, 20"), text("[{\"a\": {" + keys + "}}]"));
        assertEquals(List.of("FILE_TOO_LARGE: columns, 20"), text("{" + keys + ", \"data\": [{\"nik\": \"1\"}]}"));
        assertEquals(List.of("FILE_TOO_LARGE: columns, 20"), text("{" + keys + "}\n{" + keys + "}"));
    }

    @Test
    void countsLinesWhereverTheBufferEnds() throws IOException {
        List<String> expected = new ArrayList<>(List.of("[nik]"));
        Path file = folder.resolve("daftar.ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 1; i <= 5_000; i++) {
                String padding = " ".repeat(i % 31);
                out.write(padding + "{\"nik\":" + padding + "\"" + i + "\"}" + padding + (i % 3 == 0 ? "\r\n" : "\r"));
                expected.add("[" + i + ", " + i + "]");
            }
        }

        assertEquals(expected, shown(file, Limits.DEFAULT));
    }

    private List<String> read(JsonNode given) {
        try {
            String charset = given.has("charset") ? given.get("charset").asText() : "UTF-8";
            Path file = folder.resolve("daftar.txt");
            Files.write(file, given.get("text").asText().getBytes(Charset.forName(charset)));
            return shown(file, ReadRoom.SMALL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> text(String text) throws IOException {
        Path file = Files.write(folder.resolve("daftar.json"), text.getBytes(StandardCharsets.UTF_8));
        return shown(file, ReadRoom.SMALL);
    }

    /** The keys, then the rows; a refusal alone, since a file is proven when it is opened. */
    private static List<String> shown(Path file, Limits limits) throws IOException {
        List<String> shown = new ArrayList<>(ReadRoom.read(file, limits));
        if (shown.isEmpty() || shown.get(0).startsWith("[")) {
            try (RawRows rows = ReadRoom.open(file, limits)) {
                shown.add(0, String.valueOf(rows.keys().orElseThrow()));
            }
        }
        return shown;
    }
}
