package id.jembatan.read;

import id.jembatan.domain.RawRow;
import java.io.Reader;
import java.util.Iterator;

/**
 * The port behind which a CSV library stands; {@code id.jembatan.pipeline.CamelCsv} puts camel-csv there.
 *
 * <p>Quotes as in RFC 4180: a cell is quoted when its first character is {@code "}; inside, {@code ""} is one quote; what
 * stands between the closing quote and the delimiter belongs to the cell. CRLF, LF and CR end a line. An empty line is a
 * row too.
 */
@FunctionalInterface
public interface CsvParsing {

    /**
     * Reads as it is asked, one record at a time. The caller closes the reader.
     *
     * @param linesBefore lines of the file that stand above the reader's first one
     * @return rows of sheet 0, numbered by the line at which each begins; the iterator throws {@link Malformed}, and
     *     {@link java.io.UncheckedIOException} when the reader fails
     */
    Iterator<RawRow> parse(Reader text, char delimiter, int linesBefore);

    /** The text cannot be read as CSV: a quote is open at its end. */
    final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Malformed(Throwable cause) {
            // the library's own message may quote the text
            super("malformed CSV (" + cause.getClass().getSimpleName() + ")");
        }
    }
}
