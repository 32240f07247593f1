package id.jembatan.outbound;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;

/** Lines as CSV by RFC 4180, in UTF-8. */
final class CsvLineFile implements LineFile {

    private final Writer out;
    private final Profile.Csv csv;

    CsvLineFile(Path file, Profile.Csv csv) throws IOException {
        this.csv = csv;
        this.out = Files.newBufferedWriter(file);
        if (csv.bom()) {
            out.write('\uFEFF');
        }
    }

    @Override
    public void add(List<String> cells) throws IOException {
        StringJoiner line = new StringJoiner(String.valueOf(csv.delimiter()), "", csv.lineEnd());
        cells.forEach(cell -> line.add(quoted(cell)));
        out.write(line.toString());
    }

    private String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == csv.delimiter() || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
