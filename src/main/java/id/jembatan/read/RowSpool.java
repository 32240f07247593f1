package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.RawRow;
import id.jembatan.domain.RawRows;
import id.jembatan.domain.Sheet;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The rows of a first pass, kept for a second one, which would otherwise unpack and parse the file again. What passes a few
 * megabytes goes to a file that is gone when this is closed. Not thread-safe: one pass after the other.
 */
public final class RowSpool implements Closeable {

    /** Beside the kind: some of the text's characters, and so all of them, take two bytes. */
    private static final int WIDE = 0x80;
    /** The last character of ISO 8859-1, which takes one. */
    private static final int NARROW = 0xFF;

    private final SpillingBytes bytes;
    private byte[] row = new byte[1 << 10];
    private int length;

    /** @param temporary a folder for what does not fit in memory */
    public RowSpool(Path temporary) {
        this.bytes = new SpillingBytes(temporary);
    }

    /** The same rows, each of them kept when it is given. Closing them leaves the spool open. */
    public RawRows keep(RawRows rows) {
        return new Keeping(rows);
    }

    /** The kept rows from the first on. Closing them closes the spool. */
    public RawRows replay(List<Sheet> sheets) {
        return new Replay(sheets);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(RawRow kept) {
        length = Integer.BYTES;
        putInt(kept.sheet());
        putInt(kept.row());
        List<Cell> cells = kept.cells();
        putInt(cells.size());
        for (int i = 0; i < cells.size(); i++) {
            put(cells.get(i));
        }
        int end = length;
        length = 0;
        putInt(end - Integer.BYTES);
        try {
            bytes.append(row, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void put(Cell cell) {
        String text = cell.text();
        makeRoom(1 + Integer.BYTES + 2L * text.length());
        int kind = length++;
        putInt(text.length());
        int start = length;
        boolean wide = putNarrow(text) > NARROW;
        if (wide) {
            length = start;
            putWide(text);
        }
        row[kind] = (byte) (mark(cell.kind()) | (wide ? WIDE : 0));
    }

    /** Returns a number beyond {@link #NARROW} when a character is: then what was put is worth nothing. */
    private int putNarrow(String text) {
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            all |= c;
            row[length++] = (byte) c;
        }
        return all;
    }

    private void putWide(String text) {
        for (int i = 0; i < text.length(); i++) {
            row[length++] = (byte) (text.charAt(i) >> 8);
            row[length++] = (byte) text.charAt(i);
        }
    }

    private void putInt(int number) {
        makeRoom(Integer.BYTES);
        row[length] = (byte) (number >> 24);
        row[length + 1] = (byte) (number >> 16);
        row[length + 2] = (byte) (number >> 8);
        row[length + 3] = (byte) number;
        length += Integer.BYTES;
    }

    private void makeRoom(long more) {
        if (length + more > row.length) {
            row = Arrays.copyOf(row, Math.toIntExact(Math.max(length + more, 2L * row.length)));
        }
    }

    private static int mark(Cell.Kind kind) {
        return switch (kind) {
            case TEXT -> 'T';
            case NUMBER -> 'N';
            case DATE -> 'D';
        };
    }

    private static Cell.Kind kind(int mark) {
        return switch (mark) {
            case 'N' -> Cell.Kind.NUMBER;
            case 'D' -> Cell.Kind.DATE;
            default -> Cell.Kind.TEXT;
        };
    }

    private final class Keeping implements RawRows {

        private final RawRows rows;

        Keeping(RawRows rows) {
            this.rows = rows;
        }

        @Override
        public List<Sheet> sheets() {
            return rows.sheets();
        }

        @Override
        public Optional<List<String>> keys() {
            return rows.keys();
        }

        @Override
        public long emptyLinesPassed() {
            return rows.emptyLinesPassed();
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public RawRow next() {
            RawRow next = rows.next();
            put(next);
            return next;
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }

    private final class Replay implements RawRows {

        private final List<Sheet> sheets;
        private long from;
        private int at;

        Replay(List<Sheet> sheets) {
            this.sheets = sheets;
        }

        @Override
        public List<Sheet> sheets() {
            return sheets;
        }

        @Override
        public boolean hasNext() {
            return from < bytes.length();
        }

        @Override
        public RawRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            load();
            int sheet = takeInt();
            int number = takeInt();
            Cell[] cells = new Cell[takeInt()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = takeCell();
            }
            return new RawRow(sheet, number, List.of(cells));
        }

        @Override
        public void close() {
            RowSpool.this.close();
        }

        private void load() {
            try {
                bytes.read(from, row, Integer.BYTES);
                at = 0;
                int size = takeInt();
                length = 0;
                makeRoom(size);
                bytes.read(from + Integer.BYTES, row, size);
                from += Integer.BYTES + size;
                at = 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Cell takeCell() {
            int mark = row[at++] & 0xFF;
            int characters = takeInt();
            if (characters == 0 && mark == 'T') {
                return Cell.EMPTY;
            }
            boolean wide = (mark & WIDE) != 0;
            String text = wide ? takeWide(characters) : takeNarrow(characters);
            return new Cell(text, kind(mark & ~WIDE));
        }

        private String takeNarrow(int characters) {
            String text = new String(row, at, characters, StandardCharsets.ISO_8859_1);
            at += characters;
            return text;
        }

        private String takeWide(int characters) {
            char[] text = new char[characters];
            for (int i = 0; i < characters; i++) {
                text[i] = (char) ((row[at] & 0xFF) << 8 | (row[at + 1] & 0xFF));
                at += 2;
            }
            return new String(text);
        }

        private int takeInt() {
            int number = (row[at] & 0xFF) << 24
                    | (row[at + 1] & 0xFF) << 16
                    | (row[at + 2] & 0xFF) << 8
                    | (row[at + 3] & 0xFF);
            at += Integer.BYTES;
            return number;
        }
    }
}
