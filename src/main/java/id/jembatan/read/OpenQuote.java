package id.jembatan.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.OptionalInt;

/**
 * Whether a quote is still open where a CSV file ends, and at which line it opened: a second look at a file that could
 * not be parsed, in constant memory whatever the quote has swallowed.
 */
final class OpenQuote {

    private enum State {
        CELL_BEGINS,
        IN_PLAIN_CELL,
        IN_QUOTES,
        QUOTE_IN_QUOTES
    }

    private final char delimiter;
    private State state = State.CELL_BEGINS;
    private int line;
    private int opened;
    private char last;

    private OpenQuote(char delimiter, int linesBefore) {
        this.delimiter = delimiter;
        this.line = linesBefore + 1;
    }

    /** The line at which the quote opened that nothing closes; empty when every quote is closed. */
    static OptionalInt find(CsvText csv) {
        OpenQuote search = new OpenQuote(csv.delimiter(), csv.linesBefore());
        try (Reader text = csv.open()) {
            char[] buffer = new char[1 << 15];
            for (int length = text.read(buffer); length >= 0; length = text.read(buffer)) {
                for (int i = 0; i < length; i++) {
                    search.see(buffer[i]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return search.state == State.IN_QUOTES ? OptionalInt.of(search.opened) : OptionalInt.empty();
    }

    private void see(char c) {
        switch (state) {
            case CELL_BEGINS -> {
                if (c == '"') {
                    state = State.IN_QUOTES;
                    opened = line;
                } else {
                    state = outside(c);
                }
            }
            case IN_QUOTES -> state = c == '"' ? State.QUOTE_IN_QUOTES : State.IN_QUOTES;
            case QUOTE_IN_QUOTES -> state = c == '"' ? State.IN_QUOTES : outside(c);
            case IN_PLAIN_CELL -> state = outside(c);
        }
        if (c == '\r' || (c == '\n' && last != '\r')) {
            line++;
        }
        last = c;
    }

    private State outside(char c) {
        return c == delimiter || c == '\n' || c == '\r' ? State.CELL_BEGINS : State.IN_PLAIN_CELL;
    }
}
