package id.jembatan.pipeline;

import id.jembatan.domain.Cell;
import id.jembatan.domain.RawRow;
import id.jembatan.read.CsvParsing;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.dataformat.csv.CsvRecordConverter;
import org.apache.camel.support.DefaultExchange;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Lets camel-csv parse, lazily: one record is in memory at a time. */
public final class CamelCsv implements CsvParsing {

    private final Supplier<CamelContext> camel;

    public CamelCsv(Supplier<CamelContext> camel) {
        this.camel = camel;
    }

    @Override
    public Iterator<RawRow> parse(Reader text, char delimiter, int linesBefore) {
        CSVFormat rules = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setTrailingData(true)
                .setIgnoreEmptyLines(false)
                .setLenientEof(false)
                .get();
        try (CsvDataFormat format = new CsvDataFormat(rules)) {
            format.setLazyLoad(true);
            format.setRecordConverter(new Records(linesBefore));
            format.start();
            Exchange exchange = new DefaultExchange(camel.get());
            return new Rows((Iterator<?>) format.unmarshal(exchange, text));
        } catch (RuntimeException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Exception e) {
            throw new IllegalStateException("camel-csv cannot start", e);
        }
    }

    /** Turns records into rows, and knows at which line each begins: behind the line at which the last one ended. */
    private static final class Records implements CsvRecordConverter<RawRow> {

        private final int linesBefore;
        private int lines;

        Records(int linesBefore) {
            this.linesBefore = linesBefore;
        }

        @Override
        public RawRow convertRecord(CSVRecord record) {
            int line = linesBefore + lines + 1;
            lines = (int) record.getParser().getCurrentLineNumber();
            return new RawRow(0, line, cells(record));
        }

        private static List<Cell> cells(CSVRecord record) {
            Cell[] cells = new Cell[record.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = Cell.text(record.get(i));
            }
            return List.of(cells);
        }
    }

    /** Tells a text that is no CSV from a disk that fails: the library says both with an IOException. */
    private record Rows(Iterator<?> records) implements Iterator<RawRow> {

        @Override
        public boolean hasNext() {
            try {
                return records.hasNext();
            } catch (UncheckedIOException e) {
                if (e.getCause() instanceof CSVException malformed) {
                    throw new Malformed(malformed);
                }
                throw e;
            }
        }

        @Override
        public RawRow next() {
            return (RawRow) records.next();
        }
    }
}
