package id.jembatan.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Gives a text line by line, each as a reader of its own, without holding one in memory. LF, CRLF and CR end a line. */
final class TextLines implements Closeable {

    private static final int BUFFER = 1 << 14;

    private final Reader text;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int end;
    private int number;
    private int blanks;
    private boolean afterReturn;

    TextLines(Reader text) {
        this.text = text;
    }

    /** Goes to the next line on which something stands; the one before has been read to its end. */
    boolean next() throws IOException {
        number++;
        blanks = 0;
        while (fill()) {
            char c = buffer[at];
            if (isEnd(c)) {
                passEnd(c);
                number++;
                blanks = 0;
            } else if (c == ' ' || c == '\t') {
                afterReturn = false;
                blanks++;
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    int number() {
        return number;
    }

    int blanks() {
        return blanks;
    }

    /** What is left of the line. */
    Reader rest() {
        return new Reader() {
            private boolean over;

            @Override
            public int read(char[] into, int from, int length) throws IOException {
                if (over || !fill()) {
                    return -1;
                }
                int read = 0;
                while (read < length && at < end && !isEnd(buffer[at])) {
                    into[from + read++] = buffer[at++];
                }
                if (read > 0) {
                    afterReturn = false;
                } else {
                    over = true;
                    passEnd(buffer[at]);
                }
                return over ? -1 : read;
            }

            @Override
            public void close() {
                // the next line comes from the same text
            }
        };
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private void passEnd(char c) {
        afterReturn = c == '\r';
        at++;
    }

    /** Whether there is another character; the second half of a CRLF is passed over. */
    private boolean fill() throws IOException {
        while (true) {
            if (at == end) {
                end = Math.max(text.read(buffer, 0, BUFFER), 0);
                at = 0;
                if (end == 0) {
                    return false;
                }
            }
            if (!afterReturn || buffer[at] != '\n') {
                return true;
            }
            afterReturn = false;
            at++;
        }
    }
}
