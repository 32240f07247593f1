package id.jembatan.report;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowOutcome;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code rows.csv}: one line a row, in the order in which they are added, and no personal data (SPEC section 7). UTF-8
 * without BOM, lines ended by LF. Counts what it writes, so that the caller can hold it against the law. Not
 * thread-safe.
 */
public final class RowsCsvWriter implements Closeable {

    private final Writer out;
    private final Map<Outcome, Long> written = new EnumMap<>(Outcome.class);
    private long rows;

    public RowsCsvWriter(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        CsvText.writeLine(out, "sheet", "row", "outcome", "codes", "ref");
    }

    /** Writes all rows and answers how many of each outcome there were. */
    public static RowCounts write(Path file, Iterator<RowOutcome> rows) throws IOException {
        try (RowsCsvWriter writer = new RowsCsvWriter(file)) {
            while (rows.hasNext()) {
                writer.add(rows.next());
            }
            return writer.counts();
        }
    }

    public void add(RowOutcome row) throws IOException {
        CsvText.writeLine(
                out,
                CsvText.name(row.place().sheet()),
                Integer.toString(row.place().row()),
                row.outcome().name(),
                codes(row),
                pointsElsewhere(row.outcome()) ? CsvText.name(row.ref()) : "");
        written.merge(row.outcome(), 1L, Long::sum);
        rows++;
    }

    /** What was written so far. */
    public RowCounts counts() {
        return new RowCounts(rows, written);
    }

    private static String codes(RowOutcome row) {
        return row.codes().stream().distinct().sorted().map(FindingCode::name).collect(Collectors.joining(";"));
    }

    private static boolean pointsElsewhere(Outcome outcome) {
        return outcome == Outcome.DUPLICATE || outcome == Outcome.COVERED;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
