package id.jembatan.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;

/** Writes a list row by row; the same rows give the same bytes. */
interface ListWriter {

    /** Writes the whole file. */
    void write(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException;

    /** Writes under a hidden name first, so that whoever watches the folder only ever sees a whole list. */
    static void writeWhole(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
        ListWriter writer = of(style);
        try {
            writer.write(unfinished, style, rows);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static ListWriter of(ListStyle style) {
        return switch (style.format()) {
            case TEXT -> new CsvListWriter(style.separation().orElseThrow());
            case XLSX -> new XlsxListWriter(false);
            case XLSM -> new XlsxListWriter(true);
            case XLS -> new XlsListWriter();
            case JSON, NDJSON -> new JsonListWriter();
        };
    }
}
