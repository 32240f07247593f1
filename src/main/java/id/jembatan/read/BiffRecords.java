package id.jembatan.read;

import id.jembatan.domain.DropRefused;
import id.jembatan.domain.FindingCode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;

/**
 * The records of an XLS workbook ([MS-XLS] 2.3) from one place on, one at a time. POI takes each apart; whatever it says
 * of the bytes is FILE_BROKEN, unless the disk fails.
 */
final class BiffRecords implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    /** Whatever the case of its letters; a file for Excel 5 and 97 together holds both. */
    private static final String[] STREAMS = {"Workbook", "Book"};

    private final Path file;
    private final InputStream bytes;
    private final RecordInputStream records;
    private boolean held;

    private BiffRecords(Path file, InputStream bytes) {
        this.file = file;
        this.bytes = bytes;
        this.records = new RecordInputStream(bytes);
    }

    /** @param from bytes of the workbook's stream before the first record */
    static BiffRecords open(Path file, DirectoryNode root, long from) {
        return decode(file, () -> {
            InputStream bytes = new BufferedInputStream(new DocumentInputStream(stream(root)), BUFFER);
            pass(bytes, from);
            return new BiffRecords(file, bytes);
        });
    }

    /** POI skips by filling an array of that length. */
    private static void pass(InputStream bytes, long length) throws IOException {
        byte[] passed = new byte[BUFFER];
        for (long left = length; left > 0; ) {
            int read = bytes.read(passed, 0, (int) Math.min(left, BUFFER));
            if (read < 0) {
                throw broken();
            }
            left -= read;
        }
    }

    /** Goes to the next record; the workbook is cut where there is none. */
    int next() {
        if (held) {
            held = false;
            return sid();
        }
        return decode(file, () -> {
            if (records.remaining() > 0) {
                records.readRemainder();
            }
            if (!records.hasNextRecord()) {
                throw broken();
            }
            records.nextRecord();
            return sid();
        });
    }

    /** The record just read comes again with {@link #next}. */
    void hold() {
        held = true;
    }

    /** Takes the record apart. */
    <T> T read(Function<RecordInputStream, T> record) {
        return decode(file, () -> record.apply(records));
    }

    /** Asks what was taken apart: a record may hold less than it says, and POI finds that out only then. */
    <T> T use(Decoding<T> record) {
        return decode(file, record);
    }

    @Override
    public void close() {
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static DropRefused broken() {
        return new DropRefused(FindingCode.FILE_BROKEN, "xls");
    }

    /** What POI does with the file's bytes. */
    @FunctionalInterface
    interface Decoding<T> {

        T decode() throws IOException;
    }

    static <T> T decode(Path file, Decoding<T> decoding) {
        try {
            return decoding.decode();
        } catch (DropRefused e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // POI has no exception of its own for bytes that make no sense; a disk that fails will fail again
            prove(file);
            throw broken();
        }
    }

    private static void prove(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int sid() {
        return records.getSid() & 0xFFFF;
    }

    private static DocumentEntry stream(DirectoryNode root) throws IOException {
        for (String name : STREAMS) {
            if (root.hasEntryCaseInsensitive(name)
                    && root.getEntryCaseInsensitive(name) instanceof DocumentEntry entry) {
                return entry;
            }
        }
        throw broken();
    }
}
