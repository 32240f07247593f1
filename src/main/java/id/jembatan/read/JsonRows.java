package id.jembatan.read;

import com.fasterxml.jackson.core.JsonToken;
import id.jembatan.domain.Cell;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The objects of a JSON or NDJSON file as lines of one table, whose columns are all keys of all objects. Which keys there
 * are shows only at the file's end, so a first pass gathers them when the file is opened, and proves it whole.
 */
final class JsonRows implements RawRows {

    /** Opens another pass. */
    @FunctionalInterface
    interface Opening {

        JsonRecords open() throws IOException;
    }

    private final Map<String, Integer> keys;
    private final JsonRecords records;
    private boolean ready;
    private boolean over;

    private JsonRows(Map<String, Integer> keys, JsonRecords records) {
        this.keys = keys;
        this.records = records;
    }

    static JsonRows open(JsonSource source, Opening opening) throws IOException {
        Map<String, Integer> keys = new LinkedHashMap<>();
        try (JsonRecords records = opening.open()) {
            while (records.next()) {
                gather(records.tokens(), keys, source);
            }
        }
        return new JsonRows(keys, opening.open());
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(Sheet.ONLY);
    }

    @Override
    public Optional<List<String>> keys() {
        return Optional.of(List.copyOf(keys.keySet()));
    }

    @Override
    public boolean hasNext() {
        if (!ready && !over) {
            ready = records.next();
            over = !ready;
        }
        return ready;
    }

    @Override
    public RawRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ready = false;
        return new RawRow(0, records.row(), cells(records.tokens()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private static void gather(JsonTokens tokens, Map<String, Integer> keys, JsonSource source) {
        while (tokens.must() == JsonToken.FIELD_NAME) {
            keys.putIfAbsent(tokens.text(), keys.size());
            if (keys.size() > source.limits().columns()) {
                throw source.tooManyColumns();
            }
            tokens.skip(tokens.must());
        }
    }

    private List<Cell> cells(JsonTokens tokens) {
        Cell[] cells = new Cell[keys.size()];
        Arrays.fill(cells, Cell.EMPTY);
        int filled = 0;
        while (tokens.must() == JsonToken.FIELD_NAME) {
            Integer column = keys.get(tokens.text());
            if (column == null) {
                throw new IllegalStateException("second pass: a key that the first one did not see");
            }
            Cell cell = cell(tokens);
            if (!cell.text().isEmpty()) {
                cells[column] = cell;
                filled = Math.max(filled, column + 1);
            }
        }
        return List.of(Arrays.copyOf(cells, filled));
    }

    /** A number is its own text: nothing goes through a double, nothing is expanded (SPEC section 4). */
    private static Cell cell(JsonTokens tokens) {
        JsonToken value = tokens.must();
        tokens.skip(value);
        if (value.isNumeric()) {
            return new Cell(tokens.text(), Cell.Kind.NUMBER);
        }
        // null says nothing; an object or an array is no value of a cell
        return value == JsonToken.VALUE_NULL || value.isStructStart() ? Cell.EMPTY : Cell.text(tokens.text());
    }
}
