package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Limits;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.SheetHabits;
import id.jembatan.domain.Table;
import id.jembatan.pipeline.CamelCsv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;

/** The reading room as the pipeline sets it up, and short ways to write down what it read. */
final class ReadRoom {

    static final ColumnNames NAMES = ColumnNames.load(Path.of("config/columns.yaml"));
    private static final DefaultCamelContext CAMEL = started();
    static final CsvParsing CSV = new CamelCsv(() -> CAMEL);
    static final Limits SMALL = new Limits(1 << 20, 1 << 20, 10, 20, 1_000, 8, 30);

    private ReadRoom() {}

    static RawRows open(Path file) {
        return open(file, Limits.DEFAULT);
    }

    static RawRows open(Path file, Limits limits) {
        return new DropReader(limits, CSV, file.resolveSibling("work")).open(file, NAMES);
    }

    /** Each row as {@code [line, cell, cell]}; a refusal as its code and details. */
    static List<String> read(Path file, Limits limits) {
        List<String> read = new ArrayList<>();
        try (RawRows rows = open(file, limits)) {
            while (rows.hasNext()) {
                read.add(shown(rows.next()));
            }
        } catch (DropRefused e) {
            read.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    static String shown(RawRow row) {
        StringBuilder shown = new StringBuilder("[").append(row.row());
        for (Cell cell : row.cells()) {
            shown.append(", ").append(cell.text());
        }
        return shown.append("]").toString();
    }

    static SheetHabits.Watch watching(List<String> seen) {
        return table -> new SheetHabits.Watcher() {
            @Override
            public void see(RawRow row) {
                seen.add(shown(row));
            }

            @Override
            public SheetHabits habits() {
                return new SheetHabits(true, false);
            }
        };
    }

    static SheetHabits.Watcher blind(Table table) {
        return new SheetHabits.Watcher() {
            @Override
            public void see(RawRow row) {}

            @Override
            public SheetHabits habits() {
                return SheetHabits.NONE;
            }
        };
    }

    private static DefaultCamelContext started() {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.start();
        return camel;
    }
}
