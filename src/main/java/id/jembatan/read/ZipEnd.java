package id.jembatan.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.ZipException;

/**
 * The end of a ZIP, which says where its directory is ([APPNOTE] 4.3.14 to 4.3.16). Offsets that are off mean that the
 * end is another's: of a ZIP or workbook that lies in this one, whose own end was cut away.
 *
 * @param at where the directory ends
 * @param entries how many it says it has
 * @param length of the directory
 * @param offset where the directory begins
 */
record ZipEnd(long at, long entries, long length, long offset) {

    private static final int LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int SIGNATURE = 0x06054b50;
    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LONG_LENGTH = 56;
    private static final int LONG_SIGNATURE = 0x06064b50;

    /** @throws ZipException when there is none, or it points out of the file */
    static ZipEnd find(FileChannel file) throws IOException {
        int length = (int) Math.min(file.size(), LENGTH + LONGEST_COMMENT);
        long from = file.size() - length;
        ByteBuffer tail = read(file, from, length);
        for (int at = length - LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == SIGNATURE) {
                return of(file, from + at, tail.slice(at, LENGTH).order(ByteOrder.LITTLE_ENDIAN))
                        .proved();
            }
        }
        throw new ZipException("no end of directory");
    }

    private static ZipEnd of(FileChannel file, long at, ByteBuffer end) throws IOException {
        if (at >= LOCATOR_LENGTH) {
            ByteBuffer locator = read(file, at - LOCATOR_LENGTH, LOCATOR_LENGTH);
            if (locator.getInt(0) == LOCATOR_SIGNATURE) {
                return ofLong(file, locator.getLong(8));
            }
        }
        return new ZipEnd(
                at,
                Short.toUnsignedInt(end.getShort(10)),
                Integer.toUnsignedLong(end.getInt(12)),
                Integer.toUnsignedLong(end.getInt(16)));
    }

    /** ZIP64. */
    private static ZipEnd ofLong(FileChannel file, long at) throws IOException {
        if (at < 0 || at > file.size() - LONG_LENGTH) {
            throw new ZipException("long directory out of the file");
        }
        ByteBuffer end = read(file, at, LONG_LENGTH);
        if (end.getInt(0) != LONG_SIGNATURE) {
            throw new ZipException("no end of a long directory");
        }
        return new ZipEnd(at, end.getLong(32), end.getLong(40), end.getLong(48));
    }

    private ZipEnd proved() throws ZipException {
        if (length < 0 || offset < 0 || length > at || offset != at - length) {
            throw new ZipException("directory: expected before " + at + ", found " + offset + " and " + length);
        }
        return this;
    }

    private static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        return ByteBuffer.wrap(FileRegion.bytes(file, from, length)).order(ByteOrder.LITTLE_ENDIAN);
    }
}
