package id.jembatan.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import id.jembatan.domain.Notice;
import id.jembatan.domain.NoticeRow;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Receipt;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** {@code pemberitahuan-<nn>.json}: the same for a script, row by row. Holds no personal data. */
public final class NoticeFile {

    private NoticeFile() {}

    /**
     * Writes the file.
     *
     * @param rows in file order
     */
    public static void write(
            Path file, Notice notice, Receipt receipt, Map<Notice.Became, Long> counts, Iterator<NoticeRow> rows)
            throws IOException {
        ObjectMapper layout = Summary.layout();
        ObjectWriter printer = layout.writerWithDefaultPrettyPrinter();
        try (OutputStream out = Files.newOutputStream(file);
                JsonGenerator json = printer.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("drop", receipt.id().value());
            json.writeStringField("file", Masked.text(receipt.file()));
            json.writeStringField(
                    "regency", receipt.regency().map(Object::toString).orElse(null));
            json.writeStringField(
                    "programme", receipt.programme().map(ProgrammeKey::id).orElse(null));
            json.writeNumberField("notice", notice.ordinal());
            json.writeStringField("cause", notice.cause().name());
            json.writeStringField("date", notice.day().toString());
            json.writeObjectFieldStart("counts");
            for (Map.Entry<Notice.Became, Long> count : new TreeMap<>(counts).entrySet()) {
                json.writeNumberField(count.getKey().name(), count.getValue());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("rows");
            while (rows.hasNext()) {
                NoticeRow row = rows.next();
                json.writeStartObject();
                json.writeStringField("sheet", Masked.text(row.place().sheet()));
                json.writeNumberField("row", row.place().row());
                json.writeStringField("became", row.became().name());
                json.writeStringField("ref", row.ref());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
