package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The lines of a CSV file, within the limits. */
final class CsvRows implements RawRows {

    private final CsvText csv;
    private final Limits limits;
    private final RecordGuard guard;
    private final EmptyLines emptyLines;
    private final Iterator<RawRow> records;
    private long passed;
    private long passedBefore;

    CsvRows(CsvText csv, CsvParsing parsing, Limits limits) throws IOException {
        this.csv = csv;
        this.limits = limits;
        this.emptyLines = new EmptyLines(csv.open());
        this.guard = new RecordGuard(emptyLines, csv.delimiter(), limits);
        this.records = parsing.parse(guard, csv.delimiter(), csv.linesBefore());
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(Sheet.ONLY);
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (CsvParsing.Malformed e) {
            throw refusal("quote");
        } catch (RecordGuard.Swallowed e) {
            throw refusal("line");
        }
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawRow row = records.next();
        guard.recordEnded();
        passedBefore = emptyLines.passed() - passed;
        passed = emptyLines.passed();
        emptyLines.rowCame(isEmpty(row));
        check(row);
        return withoutTrailingDelimiters(row);
    }

    @Override
    public long emptyLinesPassed() {
        return passedBefore;
    }

    private static boolean isEmpty(RawRow row) {
        List<Cell> cells = row.cells();
        return cells.isEmpty() || (cells.size() == 1 && cells.get(0).text().isEmpty());
    }

    @Override
    public void close() throws IOException {
        guard.close();
    }

    private void check(RawRow row) {
        List<Cell> cells = row.cells();
        int count = cells.size();
        if (count > limits.columns()) {
            throw refusal("columns");
        }
        for (int i = 0; i < count; i++) {
            if (cells.get(i).text().length() > limits.cell()) {
                throw refusal("cell");
            }
        }
    }

    private RawRow withoutTrailingDelimiters(RawRow row) {
        List<Cell> cells = row.cells();
        int length = cells.size();
        while (length > 0 && cells.get(length - 1).text().isEmpty()) {
            length--;
        }
        return length == cells.size() && passed == 0
                ? row
                : new RawRow(row.sheet(), (int) (row.row() + passed), cells.subList(0, length));
    }

    /** An open quote is what a person must mend, also where a limit ended the search for its end. */
    private DropRefused refusal(String limit) {
        return OpenQuote.find(csv).stream()
                .mapToObj(line -> new DropRefused(FindingCode.FILE_BROKEN, "quote", String.valueOf(line)))
                .findFirst()
                .orElseGet(() -> switch (limit) {
                    case "quote" -> new DropRefused(FindingCode.FILE_BROKEN, "csv");
                    case "columns" ->
                        new DropRefused(FindingCode.FILE_TOO_LARGE, limit, String.valueOf(limits.columns()));
                    default -> new DropRefused(FindingCode.FILE_TOO_LARGE, limit, String.valueOf(limits.cell()));
                });
    }
}
