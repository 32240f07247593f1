package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Opens a drop for one streaming pass. Memory does not grow with the file. Thread-safe.
 *
 * <p>What is the data's fault is refused with {@link DropRefused}, here or from the rows: FILE_EMPTY, FILE_FORMAT (names
 * the {@link Format}), FILE_ENCRYPTED, FILE_BROKEN, FILE_TOO_LARGE, FILE_BOMB. A disk that fails is a fault and comes as
 * {@link UncheckedIOException}.
 */
public final class DropReader {

    private final Limits limits;
    private final CsvParsing parsing;
    private final Path temporary;
    private final FormatSniffer sniffer = new FormatSniffer();

    /**
     * Reads within these limits.
     *
     * @param temporary a folder for what does not fit in memory while a workbook is read; it is gone after the pass
     */
    public DropReader(Limits limits, CsvParsing parsing, Path temporary) {
        this.limits = limits;
        this.parsing = parsing;
        this.temporary = temporary;
    }

    /** The same within other limits. */
    public DropReader within(Limits others) {
        return new DropReader(others, parsing, temporary);
    }

    /**
     * Tells the format and begins to read, by a thread of its own.
     *
     * @param names decide between delimiters, by the header that they recognise
     */
    public RawRows open(Path bytes, ColumnNames names) {
        return new RowsAhead(begin(bytes, names));
    }

    private RawRows begin(Path bytes, ColumnNames names) {
        try {
            if (Files.size(bytes) > limits.file()) {
                throw new DropRefused(FindingCode.FILE_TOO_LARGE, "file", String.valueOf(limits.file()));
            }
            Sniffed sniffed = sniffer.look(bytes);
            return switch (sniffed.format()) {
                case CSV -> csv(bytes, sniffed.text().orElseThrow(), names);
                case JSON -> {
                    JsonSource json = new JsonSource(bytes, sniffed.text().orElseThrow(), limits);
                    yield JsonRows.open(json, () -> new JsonDocument(json));
                }
                case NDJSON -> {
                    JsonSource json = new JsonSource(bytes, sniffed.text().orElseThrow(), limits);
                    yield JsonRows.open(json, () -> new JsonLines(json));
                }
                case XLSX -> XlsxRows.open(bytes, limits, temporary);
                case XLS -> XlsRows.open(bytes, limits, temporary);
                case ENCRYPTED_WORKBOOK, ENCRYPTED_ZIP ->
                    throw new DropRefused(
                            FindingCode.FILE_ENCRYPTED, sniffed.format().name());
                default ->
                    throw new DropRefused(
                            FindingCode.FILE_FORMAT, sniffed.format().name());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To keep the rows of one pass for another. */
    public RowSpool spool() {
        return new RowSpool(temporary);
    }

    private RawRows csv(Path bytes, TextScan scan, ColumnNames names) throws IOException {
        CsvText csv = CsvText.withSepLine(bytes, scan)
                .orElseGet(() -> new DelimiterChoice(parsing, limits, names).choose(bytes, scan));
        return new CsvRows(csv, parsing, limits);
    }
}
