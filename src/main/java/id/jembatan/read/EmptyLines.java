package id.jembatan.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Passes over long runs of empty lines before a parser makes a record of each: a spreadsheet that was cleared may be saved
 * with hundreds of millions of them. A line end inside quotes is none, and only the parser knows where it is; so nothing
 * is passed over before it has read a whole piece of line ends and made empty rows of it.
 */
final class EmptyLines extends FilterReader {

    /** One row of a piece may have begun before it; the second has not. */
    private static final int ENOUGH_TO_TELL = 2;

    private boolean lineEndsOnly;
    private int emptyRows;
    private boolean otherRows;
    private char last;
    private long passed;

    EmptyLines(Reader in) {
        super(in);
    }

    /** The parser has made a row of what it has got last. */
    void rowCame(boolean empty) {
        if (empty) {
            emptyRows++;
        } else {
            otherRows = true;
        }
    }

    /** How many lines the parser has not seen so far. */
    long passed() {
        return passed;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        if (lineEndsOnly && emptyRows >= ENOUGH_TO_TELL && !otherRows) {
            read = passOver(buffer, from, length, read);
        }
        if (read > 0) {
            lineEndsOnly = endsFrom(buffer, from, from + read) == from + read;
            last = buffer[from + read - 1];
            emptyRows = 0;
            otherRows = false;
        }
        return read;
    }

    /** To where something stands again, or the end. */
    private int passOver(char[] buffer, int from, int length, int first) throws IOException {
        int read = first;
        while (read > 0) {
            int end = endsFrom(buffer, from, from + read);
            count(buffer, from, end);
            int rest = from + read - end;
            if (rest > 0) {
                System.arraycopy(buffer, end, buffer, from, rest);
                return rest;
            }
            read = super.read(buffer, from, length);
        }
        return read;
    }

    /** Where the line ends that stand there end. */
    private static int endsFrom(char[] buffer, int from, int end) {
        int at = from;
        while (at < end && (buffer[at] == '\n' || buffer[at] == '\r')) {
            at++;
        }
        return at;
    }

    private void count(char[] buffer, int from, int end) {
        for (int at = from; at < end; at++) {
            char c = buffer[at];
            passed += c == '\n' && last == '\r' ? 0 : 1;
            last = c;
        }
    }
}
