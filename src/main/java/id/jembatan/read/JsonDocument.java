package id.jembatan.read;

import com.fasterxml.jackson.core.JsonToken;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.IOException;

/**
 * The list in a JSON document: an array of objects, or an object with one array of objects among its values. Any other
 * document is FILE_FORMAT, said at its end: if it is broken, that comes first.
 */
final class JsonDocument implements JsonRecords {

    private final JsonSource source;
    private final JsonTokens tokens;
    private boolean begun;
    private boolean wrapped;
    private boolean inList;
    /** The list's first object has been reached already: it told that the array is one. */
    private boolean atFirst;

    private int lists;
    private int emptyArrays;
    private int keys;
    private boolean stray;
    private int row;

    JsonDocument(JsonSource source) throws IOException {
        this.source = source;
        this.tokens = source.document();
    }

    @Override
    public boolean next() {
        if (!begun) {
            begin();
        }
        while (true) {
            if (!inList && !findList()) {
                end();
                return false;
            }
            if (nextElement()) {
                return true;
            }
        }
    }

    @Override
    public int row() {
        return row;
    }

    @Override
    public JsonTokens tokens() {
        return tokens;
    }

    @Override
    public void close() {
        tokens.close();
    }

    private void begin() {
        begun = true;
        JsonToken first = tokens.must();
        if (first == JsonToken.START_ARRAY) {
            inList = true;
            lists = 1;
        } else if (first == JsonToken.START_OBJECT) {
            wrapped = true;
        } else {
            throw tokens.broken();
        }
    }

    /** Goes on in the outer object to the next array that holds an object. */
    private boolean findList() {
        while (wrapped && tokens.must() == JsonToken.FIELD_NAME) {
            if (++keys > source.limits().columns()) {
                throw source.tooManyColumns();
            }
            JsonToken value = tokens.must();
            if (value != JsonToken.START_ARRAY) {
                tokens.skip(value);
                continue;
            }
            JsonToken first = tokens.must();
            if (first == JsonToken.START_OBJECT) {
                lists++;
                inList = true;
                atFirst = true;
                return true;
            }
            emptyArrays += first == JsonToken.END_ARRAY ? 1 : 0;
            while (first != JsonToken.END_ARRAY) {
                tokens.skip(first);
                first = tokens.must();
            }
        }
        return false;
    }

    private boolean nextElement() {
        while (true) {
            JsonToken token = atFirst ? JsonToken.START_OBJECT : tokens.must();
            atFirst = false;
            if (token == JsonToken.END_ARRAY) {
                inList = false;
                return false;
            }
            row++;
            if (token == JsonToken.START_OBJECT) {
                return true;
            }
            stray = true;
            tokens.skip(token);
        }
    }

    private void end() {
        if (tokens.next() != null) {
            throw tokens.broken();
        }
        if (stray || lists > 1 || (lists == 0 && emptyArrays == 0)) {
            throw new DropRefused(FindingCode.FILE_FORMAT, "JSON_WITHOUT_LIST");
        }
    }
}
