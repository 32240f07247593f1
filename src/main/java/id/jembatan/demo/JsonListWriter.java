package id.jembatan.demo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** An object for each person, its keys the headers: in one array, or each on a line of its own. */
final class JsonListWriter implements ListWriter {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public void write(Path file, ListStyle style, Iterator<ListRow> rows) throws IOException {
        boolean lines = style.format() == ListFormat.NDJSON;
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = JSON.createGenerator(out)) {
            json.setRootValueSeparator(null);
            if (!lines) {
                json.writeStartArray();
            }
            while (rows.hasNext()) {
                writeObject(json, style, rows.next());
                if (lines) {
                    json.writeRaw('\n');
                }
            }
            if (!lines) {
                json.writeEndArray();
            }
        }
    }

    /** A cell without a header has no key and is not written; an empty one is null. */
    private static void writeObject(JsonGenerator json, ListStyle style, ListRow row) throws IOException {
        json.writeStartObject();
        List<ListColumn> columns = style.columns();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i).header());
            ListCell cell = row.cells().get(i);
            if (cell instanceof ListCell.Numeric counted) {
                json.writeNumber(counted.number());
            } else if (cell.isEmpty()) {
                json.writeNull();
            } else {
                json.writeString(cell.<String>fold(text -> text, Long::toString, DateForm.ISO::write));
            }
        }
        json.writeEndObject();
    }
}
