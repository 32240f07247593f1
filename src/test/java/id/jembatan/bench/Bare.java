package id.jembatan.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import id.jembatan.register.Database;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** What reading and loading the same file cost where nothing is done with it: the limits of whatever does more. */
final class Bare {

    private static final int ROWS_AT_A_TIME = 4_000;
    private static final int FEWEST_COLUMNS = 14;

    private Bare() {}

    /** Every record of a CSV file, by commons-csv; gives how many. */
    static long readCsv(Path list, char delimiter, Charset charset) throws IOException {
        long rows = 0;
        try (CSVParser parser = open(Files.newBufferedReader(list, charset), delimiter)) {
            for (CSVRecord record : parser) {
                rows += record.size() > 1 ? 1 : 0;
            }
        }
        return rows;
    }

    /** Every row of a workbook's first sheet, by fastexcel-reader; gives how many. */
    static long readXlsx(Path list) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(list.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.count();
        }
    }

    /** Every object of a file of them, by Jackson; gives how many. */
    static long readNdjson(Path list) throws IOException {
        long rows = 0;
        try (JsonParser parser = new JsonFactory().createParser(list.toFile())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                rows += token == JsonToken.END_OBJECT ? 1 : 0;
            }
        }
        return rows;
    }

    /** The records of a CSV file, in batches, into a table of texts without a key, of a new H2 file. */
    static void loadCsv(Path list, char delimiter, Charset charset, Path database) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + database + ";WRITE_DELAY=0");
                CSVParser parser = open(Files.newBufferedReader(list, charset), delimiter)) {
            connection.setAutoCommit(false);
            PreparedStatement insert = null;
            int waiting = 0;
            for (CSVRecord record : parser) {
                if (insert == null) {
                    insert = createTable(connection, Math.max(record.size(), FEWEST_COLUMNS));
                }
                for (int i = 0; i < insert.getParameterMetaData().getParameterCount(); i++) {
                    insert.setString(i + 1, i < record.size() ? record.get(i) : null);
                }
                insert.addBatch();
                if (++waiting == ROWS_AT_A_TIME) {
                    insert.executeBatch();
                    connection.commit();
                    waiting = 0;
                }
            }
            if (insert != null) {
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    /** The same by COPY into a new database of PostgreSQL. */
    static void copyCsv(Path list, char delimiter, Charset charset, String url) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
                CSVParser parser = open(Files.newBufferedReader(list, charset), delimiter)) {
            Iterator<CSVRecord> records = parser.iterator();
            CSVRecord record = records.next();
            int wide = Math.max(record.size(), FEWEST_COLUMNS);
            createTable(connection, wide).close();
            try (Writer copied = new OutputStreamWriter(
                            new PGCopyOutputStream(
                                    connection.unwrap(PGConnection.class), "copy bare from stdin (format csv)"),
                            StandardCharsets.UTF_8);
                    CSVPrinter printer = new CSVPrinter(copied, CSVFormat.RFC4180)) {
                for (; record != null; record = records.hasNext() ? records.next() : null) {
                    for (int i = 0; i < wide; i++) {
                        printer.print(i < record.size() ? record.get(i) : "");
                    }
                    printer.println();
                }
            }
        }
    }

    private static CSVParser open(Reader reader, char delimiter) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setTrailingData(true)
                .get()
                .parse(reader);
    }

    private static PreparedStatement createTable(Connection connection, int wide) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < wide; i++) {
            names.add("c" + i);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bare (" + String.join(" varchar, ", names) + " varchar)");
        }
        return connection.prepareStatement("insert into bare values ("
                + String.join(", ", names.stream().map(name -> "?").toList()) + ")");
    }
}
