package id.jembatan.read;

import id.jembatan.domain.Limits;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Ends the search for the end of a record before memory does: counts the characters and delimiters that a parser takes
 * in without giving a record. An open quote would otherwise swallow the rest of the file.
 */
final class RecordGuard extends FilterReader {

    /** How many cells of the greatest length one record may hold. */
    private static final int GREATEST_CELLS = 16;

    /** A parser reads ahead, so that what it has taken in belongs to later records too. */
    private static final int READ_AHEAD = 1 << 16;

    private final char delimiter;
    private final long mostCharacters;
    private final long mostDelimiters;
    private long characters;
    private long delimiters;

    RecordGuard(Reader in, char delimiter, Limits limits) {
        super(in);
        this.delimiter = delimiter;
        this.mostCharacters = (long) limits.cell() * GREATEST_CELLS + READ_AHEAD;
        // some of them may stand inside a quoted cell
        this.mostDelimiters = (long) limits.columns() + limits.cell() + READ_AHEAD;
    }

    /** A record has come out. */
    void recordEnded() {
        characters = 0;
        delimiters = 0;
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        characters++;
        delimiters += c == delimiter ? 1 : 0;
        check();
        return c;
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        characters += Math.max(read, 0);
        if (characters > mostDelimiters) {
            for (int i = from; i < from + read; i++) {
                delimiters += buffer[i] == delimiter ? 1 : 0;
            }
        }
        check();
        return read;
    }

    private void check() {
        if (characters > mostCharacters || delimiters > mostDelimiters) {
            throw new Swallowed();
        }
    }

    /** One record took in more than any record may hold. */
    static final class Swallowed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Swallowed() {
            super("a record past the limits", null, false, false);
        }
    }
}
