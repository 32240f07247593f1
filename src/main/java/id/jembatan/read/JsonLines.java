package id.jembatan.read;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** The objects of an NDJSON file: each line is a document of its own, so that a broken one cannot pass for its neighbour. */
final class JsonLines implements JsonRecords {

    private final JsonSource source;
    private final TextLines lines;
    private Optional<JsonTokens> line = Optional.empty();

    JsonLines(JsonSource source) throws IOException {
        this.source = source;
        this.lines = new TextLines(source.open());
    }

    @Override
    public boolean next() {
        line.ifPresent(this::end);
        line = Optional.empty();
        try {
            if (!lines.next()) {
                return false;
            }
            JsonTokens tokens = source.line(lines.rest(), lines.number(), lines.blanks());
            line = Optional.of(tokens);
            if (tokens.must() != JsonToken.START_OBJECT) {
                throw tokens.broken();
            }
            return true;
        } catch (CharacterCodingException e) {
            throw JsonSource.broken(lines.number(), 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int row() {
        return lines.number();
    }

    @Override
    public JsonTokens tokens() {
        return line.orElseThrow();
    }

    @Override
    public void close() throws IOException {
        line.ifPresent(JsonTokens::close);
        lines.close();
    }

    private void end(JsonTokens tokens) {
        if (tokens.next() != null) {
            throw tokens.broken();
        }
        tokens.close();
    }
}
