package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is written as CSV comes back: the same cells, at the lines where their records begin. */
class CsvComesBackTest {

    record Written(String text, List<String> rows) {}

    record CsvLine(List<String> cells, boolean quoted, String end) {}

    @Property(tries = 300)
    void cellsAndLineNumbersComeBack(
            @ForAll("lines") List<CsvLine> lines,
            @ForAll("delimiters") char delimiter,
            @ForAll("charsets") Charset charset)
            throws IOException {
        Written written = write(lines, delimiter);
        Path file = Files.createTempFile("bolak-balik", ".csv");
        try {
            byte[] mark = charset.equals(StandardCharsets.UTF_8) ? new byte[0] : "\uFEFF".getBytes(charset);
            byte[] text = written.text().getBytes(charset);
            byte[] all = new byte[mark.length + text.length];
            System.arraycopy(mark, 0, all, 0, mark.length);
            System.arraycopy(text, 0, all, mark.length, text.length);
            Files.write(file, all);

            List<String> read = ReadRoom.read(file, ReadRoom.SMALL);

            assertEquals(written.rows(), read.subList(1, read.size()));
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<CsvLine>> lines() {
        Arbitrary<String> cell =
                Arbitraries.strings().withChars("ab1 .,;|\t\"'\r\né漢").ofMaxLength(8);
        return Combinators.combine(
                        cell.list().ofMaxSize(5), Arbitraries.of(true, false), Arbitraries.of("\r\n", "\n", "\r"))
                .as(CsvLine::new)
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Character> delimiters() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    }

    /** The header fixes the delimiter; after CR an LF would belong to it, so an empty line ends as the one before. */
    private static Written write(List<CsvLine> lines, char delimiter) {
        StringBuilder text = new StringBuilder("NIK" + delimiter + "NAMA\r\n");
        List<String> rows = new ArrayList<>();
        int line = 2;
        for (CsvLine written : lines) {
            StringBuilder shown = new StringBuilder("[" + line);
            StringBuilder pending = new StringBuilder();
            String record = record(written, delimiter);
            for (String cell : written.cells()) {
                pending.append(", ").append(cell);
                if (!cell.isEmpty()) {
                    shown.append(pending);
                    pending.setLength(0);
                }
            }
            boolean joins = record.isEmpty() && written.end().equals("\n");
            String end = joins ? "\r\n" : written.end();
            text.append(record).append(end);
            rows.add(shown.append("]").toString());
            line += lineEnds(record) + 1;
        }
        return new Written(text.toString(), rows);
    }

    private static String record(CsvLine line, char delimiter) {
        List<String> cells = new ArrayList<>();
        for (String cell : line.cells()) {
            boolean must = cell.chars().anyMatch(c -> c == delimiter || c == '"' || c == '\r' || c == '\n');
            cells.add(must || line.quoted() ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        return String.join(String.valueOf(delimiter), cells);
    }

    private static int lineEnds(String text) {
        return (int) text.replace("\r\n", "\n")
                .chars()
                .filter(c -> c == '\r' || c == '\n')
                .count();
    }
}
