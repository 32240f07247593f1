package id.jembatan.read;

import com.fasterxml.jackson.core.JsonToken;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;

/** Tells NDJSON, an object a line, from a JSON document. */
final class JsonKind {

    private JsonKind() {}

    static Format tell(Path file, TextScan scan) {
        try {
            FirstLine first = FirstLine.of(file, scan);
            // inside a document no line begins with a brace below one that ends with a brace
            boolean lines = first.begin == '{'
                    && first.end == '}'
                    && (first.next == '{' || isOneRecord(new JsonSource(file, scan, Limits.DEFAULT)));
            return lines ? Format.NDJSON : Format.JSON;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the first line is a whole object without an array that could be a list. */
    private static boolean isOneRecord(JsonSource source) throws IOException {
        try (TextLines lines = new TextLines(source.open())) {
            if (!lines.next()) {
                return false;
            }
            try (JsonTokens tokens = source.line(lines.rest(), lines.number(), lines.blanks())) {
                tokens.must();
                while (tokens.must() == JsonToken.FIELD_NAME) {
                    JsonToken value = tokens.must();
                    if (value == JsonToken.START_ARRAY) {
                        JsonToken element = tokens.must();
                        if (element == JsonToken.START_OBJECT || element == JsonToken.END_ARRAY) {
                            return false;
                        }
                        while (element != JsonToken.END_ARRAY) {
                            tokens.skip(element);
                            element = tokens.must();
                        }
                    } else {
                        tokens.skip(value);
                    }
                }
                return tokens.next() == null;
            }
        } catch (DropRefused | CharacterCodingException e) {
            // whoever reads the document says so again, and where
            return false;
        }
    }

    /** The first line on which something stands. */
    private static final class FirstLine {

        private char begin;
        private char end;
        private char next;

        static FirstLine of(Path file, TextScan scan) throws IOException {
            FirstLine first = new FirstLine();
            try (Reader text = scan.open(file)) {
                char[] buffer = new char[1 << 13];
                boolean over = false;
                for (int length = text.read(buffer); length >= 0 && first.next == 0; length = text.read(buffer)) {
                    for (int i = 0; i < length && first.next == 0; i++) {
                        char c = buffer[i];
                        if (c == '\n' || c == '\r') {
                            over |= first.begin != 0;
                        } else if (!Character.isWhitespace(c)) {
                            first.see(c, over);
                        }
                    }
                }
            }
            return first;
        }

        private void see(char c, boolean over) {
            if (over) {
                next = c;
            } else {
                begin = begin == 0 ? c : begin;
                end = c;
            }
        }
    }
}
