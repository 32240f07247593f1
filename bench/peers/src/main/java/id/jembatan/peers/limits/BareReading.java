package id.jembatan.peers.limits;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import id.jembatan.peers.Phases;
import id.jembatan.peers.Work;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Each looks at every text once, so that none can leave out making it; a list without texts is none. */
public final class BareReading {

    private static final int BUFFER = 1 << 16;

    private BareReading() {}

    public static void bytes(Work work, Phases phases) throws IOException {
        long length = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(work.list())) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                length += read;
            }
        }
        done(length, phases);
    }

    public static void fastCsv(Work work, Phases phases) throws IOException {
        long length = 0;
        try (CsvReader<CsvRecord> records =
                CsvReader.builder().fieldSeparator(work.delimiter()).ofCsvRecord(work.list())) {
            for (CsvRecord record : records) {
                for (String text : record.getFields()) {
                    length += text.length();
                }
            }
        }
        done(length, phases);
    }

    public static void commonsCsv(Work work, Phases phases) throws IOException {
        long length = 0;
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(work.delimiter()).get();
        try (CSVParser records = format.parse(Files.newBufferedReader(work.list()))) {
            for (CSVRecord record : records) {
                for (String text : record) {
                    length += text.length();
                }
            }
        }
        done(length, phases);
    }

    public static void fastExcel(Work work, Phases phases) throws IOException {
        LongAdder length = new LongAdder();
        try (ReadableWorkbook workbook = new ReadableWorkbook(work.list().toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                try (Stream<Row> rows = sheet.openStream()) {
                    rows.flatMap(Row::stream)
                            .filter(Objects::nonNull)
                            .map(Cell::getText)
                            .forEach(text -> length.add(text.length()));
                }
            }
        }
        done(length.sum(), phases);
    }

    public static void jackson(Work work, Phases phases) throws IOException {
        long length = 0;
        try (JsonParser parser = new JsonFactory().createParser(work.list().toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                length += token.isScalarValue() ? parser.getText().length() : 0;
            }
        }
        done(length, phases);
    }

    private static void done(long length, Phases phases) {
        if (length == 0) {
            throw new IllegalStateException("nothing was read");
        }
        phases.done("read");
    }
}
