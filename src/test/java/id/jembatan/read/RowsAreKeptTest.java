package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Cell;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second pass over a list gives what the first one gave, cell by cell, whatever stands in them. */
class RowsAreKeptTest {

    @Property(tries = 300)
    void whatIsKeptComesBack(@ForAll("rows") List<RawRow> rows) throws IOException {
        Path folder = Files.createTempDirectory("simpan");
        try {
            assertEquals(describe(rows.iterator()), keptAndReplayed(rows, folder));
            assertEquals(0, files(folder));
        } finally {
            Files.delete(folder);
        }
    }

    @Test
    void aLongListGoesToAFileThatIsGoneAfterwards(@TempDir Path folder) throws IOException {
        Cell cell = Cell.text("é".repeat(1_000));
        List<RawRow> rows = Stream.iterate(1, row -> row + 1)
                .limit(10_000)
                .map(row -> new RawRow(0, row, List.of(cell, Cell.text("row " + row))))
                .toList();

        RowSpool spool = new RowSpool(folder);
        RawRows kept = spool.keep(new Given(rows.iterator()));
        kept.forEachRemaining(row -> {});
        List<String> back;
        try (RawRows replayed = spool.replay(List.of())) {
            back = describe(replayed);
        }

        assertEquals(describe(rows.iterator()), back);
        assertEquals(0, files(folder));
    }

    private static List<String> keptAndReplayed(List<RawRow> rows, Path folder) throws IOException {
        RowSpool spool = new RowSpool(folder);
        spool.keep(new Given(rows.iterator())).forEachRemaining(row -> {});
        try (RawRows replayed = spool.replay(List.of())) {
            return describe(replayed);
        }
    }

    private static List<String> describe(Iterator<RawRow> rows) {
        List<String> told = new ArrayList<>();
        while (rows.hasNext()) {
            RawRow row = rows.next();
            StringBuilder line = new StringBuilder(row.sheet() + ":" + row.row());
            row.cells().forEach(cell -> line.append('|').append(cell.kind()).append(cell.text()));
            told.add(line.toString());
        }
        return told;
    }

    private static long files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private record Given(Iterator<RawRow> rows) implements RawRows {

        @Override
        public List<Sheet> sheets() {
            return List.of(Sheet.ONLY);
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public RawRow next() {
            return rows.next();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Provide
    Arbitrary<List<RawRow>> rows() {
        Arbitrary<Cell> cell = Combinators.combine(
                        Arbitraries.strings().all().ofMaxLength(12), Arbitraries.of(Cell.Kind.class))
                .as((text, kind) -> text.isEmpty() ? Cell.EMPTY : new Cell(text, kind));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().greaterOrEqual(1),
                        cell.list().ofMaxSize(6))
                .as(RawRow::new)
                .list()
                .ofMaxSize(8);
    }
}
