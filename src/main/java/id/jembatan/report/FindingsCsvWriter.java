package id.jembatan.report;

import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Table;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.OptionalInt;

/**
 * {@code findings.csv}: one line a finding, INFO included, with the place of the cell and never its value (SPEC
 * section 7). UTF-8 without BOM, lines ended by LF. Not thread-safe.
 */
public final class FindingsCsvWriter implements Closeable {

    private final Writer out;

    public FindingsCsvWriter(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        CsvText.writeLine(out, "sheet", "row", "cell", "field", "code");
    }

    /**
     * A finding with its place.
     *
     * @param column of the cell, counted from 0; empty when the field has no column
     */
    public record Line(RowPlace place, OptionalInt column, Finding finding) {}

    /** Writes all findings and answers how many there were. */
    public static long write(Path file, Iterator<Line> lines) throws IOException {
        long written = 0;
        try (FindingsCsvWriter writer = new FindingsCsvWriter(file)) {
            while (lines.hasNext()) {
                writer.add(lines.next());
                written++;
            }
        }
        return written;
    }

    /** Adds a finding of a row, whose cell is looked up in the row's table. */
    public void add(Table table, RawRow row, Finding finding) throws IOException {
        RowPlace place = new RowPlace(table.sheet().name(), row.row());
        add(new Line(place, FaultyColumn.index(table, row, finding), finding));
    }

    public void add(Line line) throws IOException {
        RowPlace place = line.place();
        CsvText.writeLine(
                out,
                CsvText.name(place.sheet()),
                Integer.toString(place.row()),
                place.sheet().isEmpty() || line.column().isEmpty()
                        ? ""
                        : CellName.of(line.column().getAsInt(), place.row()),
                field(line.finding()),
                line.finding().code().name());
    }

    /** A shifted row is wrong as a whole: to name one field would send the clerk to the wrong cell. */
    private static String field(Finding finding) {
        return finding.code() == FindingCode.ROW_SHIFTED ? "" : finding.field().key();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
