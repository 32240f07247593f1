package id.jembatan.read;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Limits;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;

/**
 * JSON token by token, within the limits. What is not well-formed is FILE_BROKEN with its line and column, and so is the
 * same key twice in one object. The parser's own messages quote the text and are never passed on.
 */
final class JsonTokens implements Closeable {

    private final Limits limits;
    private final int firstLine;
    private final int columnsBefore;
    private final Progress text;
    private final JsonParser parser;
    private int depth;

    JsonTokens(JsonFactory factory, Reader text, Limits limits, int firstLine, int columnsBefore) throws IOException {
        this.limits = limits;
        this.firstLine = firstLine;
        this.columnsBefore = columnsBefore;
        this.text = new Progress(text, limits);
        this.parser = factory.createParser(this.text);
    }

    /** The next token; null at the end of the text. */
    @Nullable
    JsonToken next() {
        try {
            JsonToken token = parser.nextToken();
            if (token != null) {
                check(token);
            }
            text.progress();
            return token;
        } catch (StreamConstraintsException e) {
            throw past("cell", limits.cell());
        } catch (JacksonException e) {
            throw broken(e.getLocation());
        } catch (CharacterCodingException e) {
            throw broken(parser.currentLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next token where there must be one. */
    JsonToken must() {
        JsonToken token = next();
        if (token == null) {
            throw broken(parser.currentLocation());
        }
        return token;
    }

    /** The text of a key, a string or a number, as it stands. */
    String text() {
        try {
            return parser.getText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes to the end of the value whose first token was just read. */
    void skip(JsonToken first) {
        int base = first.isStructStart() ? depth - 1 : depth;
        int names = 0;
        while (depth > base) {
            // the parser remembers the names of an object, to tell when one comes twice
            if (must() == JsonToken.FIELD_NAME && ++names > limits.columns()) {
                throw past("columns", limits.columns());
            }
        }
    }

    /** Refuses the token just read as one that must not stand there. */
    DropRefused broken() {
        return broken(parser.currentTokenLocation());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(JsonToken token) throws IOException {
        if (token.isStructStart()) {
            depth++;
            if (depth > limits.depth()) {
                throw past("depth", limits.depth());
            }
        } else if (token.isStructEnd()) {
            depth--;
        } else if (token.isNumeric() && parser.getTextLength() > limits.digits()) {
            throw past("digits", limits.digits());
        } else if (parser.getTextLength() > limits.cell()) {
            throw past("cell", limits.cell());
        }
    }

    private DropRefused broken(@Nullable JsonLocation at) {
        if (at == null) {
            return JsonSource.broken(firstLine, 1L + columnsBefore);
        }
        int line = Math.max(at.getLineNr(), 1);
        return JsonSource.broken(
                line - 1L + firstLine, Math.max(at.getColumnNr(), 1) + (line == 1 ? columnsBefore : 0L));
    }

    private static DropRefused past(String limit, int most) {
        return new DropRefused(FindingCode.FILE_TOO_LARGE, limit, String.valueOf(most));
    }

    /** Ends the search for the end of a token before memory does, whatever the parser does with it meanwhile. */
    private static final class Progress extends FilterReader {

        /** Characters of text for one of a string, at most: an escape. */
        private static final int LONGEST_CHARACTER = 6;
        /** A parser reads ahead. */
        private static final int READ_AHEAD = 1 << 16;

        private final Limits limits;
        private final long most;
        private long since;

        Progress(Reader in, Limits limits) {
            super(in);
            this.limits = limits;
            this.most = (long) limits.cell() * LONGEST_CHARACTER + READ_AHEAD;
        }

        void progress() {
            since = 0;
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int read = super.read(buffer, from, length);
            since += Math.max(read, 0);
            if (since > most) {
                throw past("cell", limits.cell());
            }
            return read;
        }
    }
}
