package id.jembatan.demo;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Separated text with the habits of its office. */
final class CsvListWriter implements ListWriter {

    private final ListStyle.Separation separation;

    CsvListWriter(ListStyle.Separation separation) {
        this.separation = separation;
    }

    @Override
    public void write(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, separation.charset())) {
            if (separation.bom()) {
                out.write('\ufeff');
            }
            if (separation.sepLine()) {
                out.write("sep=" + separation.delimiter() + separation.lineEnd());
            }
            for (String title : style.preamble()) {
                writeLine(out, List.of(title));
            }
            writeTable(out, style, rows);
        }
    }

    private void writeTable(Writer out, ListStyle style, Iterator<ListRow> rows) throws IOException {
        writeLine(out, TableText.header(style));
        if (style.numbered()) {
            writeLine(out, TableText.numbering(style));
        }
        long written = 0;
        while (rows.hasNext()) {
            if (style.repeatHeaderEvery() > 0 && written > 0 && written % style.repeatHeaderEvery() == 0) {
                writeLine(out, TableText.header(style));
            }
            writeLine(out, rows.next().cells().stream().map(CsvListWriter::text).toList());
            written++;
        }
        if (style.trailer()) {
            for (List<String> line : TableText.trailer(style, written)) {
                writeLine(out, line);
            }
        }
    }

    private void writeLine(Writer out, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(separation.delimiter());
            }
            out.write(quoted(cells.get(i)));
        }
        if (separation.trailing()) {
            out.write(separation.delimiter());
        }
        out.write(separation.lineEnd());
    }

    private String quoted(String text) {
        boolean needed = text.indexOf(separation.delimiter()) >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0;
        return needed || separation.quoteAll() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String text(ListCell cell) {
        return cell.fold(text -> text, Long::toString, DateForm.CELL::write);
    }
}
