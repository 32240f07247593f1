package id.jembatan.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsAheadTest {

    /** So many rows, each with as many empty lines before it as its number ends in; then what is said to come. */
    private static final class Numbered implements RawRows {

        private final int rows;
        private final Runnable atTheEnd;
        private int given;
        private boolean closed;

        Numbered(int rows, Runnable atTheEnd) {
            this.rows = rows;
            this.atTheEnd = atTheEnd;
        }

        @Override
        public List<Sheet> sheets() {
            return List.of(Sheet.ONLY);
        }

        @Override
        public long emptyLinesPassed() {
            return given % 10;
        }

        @Override
        public boolean hasNext() {
            assertFalse(closed, "asked after it was closed");
            if (given == rows) {
                atTheEnd.run();
            }
            return given < rows;
        }

        @Override
        public RawRow next() {
            return new RawRow(0, ++given, List.of(Cell.text("x".repeat(given % 3_000))));
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1_000, 4_321})
    void givesTheSameRows(int rows) throws IOException {
        Numbered source = new Numbered(rows, () -> {});
        int seen = 0;

        try (RowsAhead ahead = new RowsAhead(source)) {
            while (ahead.hasNext()) {
                RawRow row = ahead.next();
                assertEquals(++seen, row.row());
                assertEquals(seen % 3_000, row.cell(0).text().length());
                assertEquals(seen % 10, ahead.emptyLinesPassed());
            }
            assertThrows(NoSuchElementException.class, ahead::next);
        }

        assertEquals(rows, seen);
        assertTrue(source.closed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 499, 500, 777})
    void refusesWhereTheRowsAreRefusedAndThereAgain(int rows) throws IOException {
        DropRefused broken = new DropRefused(FindingCode.FILE_BROKEN, "csv");
        List<Integer> seen = new ArrayList<>();

        try (RowsAhead ahead = new RowsAhead(new Numbered(rows, () -> {
            throw broken;
        }))) {
            for (int i = 0; i < rows; i++) {
                seen.add(ahead.next().row());
            }
            assertEquals(broken, assertThrows(DropRefused.class, ahead::hasNext));
            assertEquals(broken, assertThrows(DropRefused.class, ahead::next));
        }

        assertEquals(rows, seen.size());
    }

    @Test
    void lacksNoErrorOfItsThread() throws IOException {
        try (RowsAhead ahead = new RowsAhead(new Numbered(1_200, () -> {
            throw new OutOfMemoryError("of a test");
        }))) {
            assertThrows(OutOfMemoryError.class, () -> ahead.forEachRemaining(row -> {}));
        }
    }

    /** Whoever refuses a list by its header has read no further, and waits for no more than what is in hand. */
    @Test
    void closesInTheMiddle() throws IOException {
        Numbered source = new Numbered(1_000_000, () -> {});

        try (RowsAhead ahead = new RowsAhead(source)) {
            ahead.next();
        }

        assertTrue(source.closed);
        assertTrue(source.given <= 1_000, "rows read: " + source.given);
    }

    @Test
    void saysThatTheFileDidNotClose() {
        RowsAhead ahead = new RowsAhead(new RawRows() {
            @Override
            public List<Sheet> sheets() {
                return List.of();
            }

            @Override
            public boolean hasNext() {
                return false;
            }

            @Override
            public RawRow next() {
                throw new NoSuchElementException();
            }

            @Override
            public void close() throws IOException {
                throw new IOException("the share is gone");
            }
        });

        assertEquals(
                "the share is gone",
                assertThrows(IOException.class, ahead::close).getMessage());
    }
}
