package id.jembatan.read;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/**
 * One entry of a ZIP, as the directory tells it ([APPNOTE] 4.3.12).
 *
 * @param name with its folders, as far as it can be made out
 * @param packed bytes in the ZIP
 * @param unpacked bytes that it says it unpacks to
 * @param mode as Unix writes it; 0 when it was not packed there
 * @param header where the entry's own header is
 */
record ZipMember(
        String name, int flags, int method, long crc, long packed, long unpacked, int mode, boolean dos, long header) {

    static final int HEAD = 46;
    static final int SIGNATURE = 0x02014b50;

    private static final int LOCAL_HEAD = 30;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int ENCRYPTED = 1;
    private static final int UTF8 = 1 << 11;
    private static final int LONG_SIZES = 1;
    private static final long IN_EXTRA = 0xFFFF_FFFFL;
    private static final int UNIX = 3;
    private static final int MAC = 19;
    private static final int KIND = 0170000;
    private static final int ORDINARY = 0100000;
    private static final int FOLDER = 0040000;
    private static final int DOS_FOLDER = 0x10;

    /**
     * Reads the next of the directory.
     *
     * @param head its first {@link #HEAD} bytes
     * @param rest the directory behind them
     */
    static ZipMember read(ByteBuffer head, InputStream rest) throws IOException {
        byte[] name = exactly(rest, Short.toUnsignedInt(head.getShort(28)));
        byte[] extra = exactly(rest, Short.toUnsignedInt(head.getShort(30)));
        exactly(rest, Short.toUnsignedInt(head.getShort(32)));
        long unpacked = Integer.toUnsignedLong(head.getInt(24));
        long packed = Integer.toUnsignedLong(head.getInt(20));
        long header = Integer.toUnsignedLong(head.getInt(42));
        ByteBuffer sizes = longSizes(extra);
        unpacked = unpacked == IN_EXTRA ? next(sizes) : unpacked;
        packed = packed == IN_EXTRA ? next(sizes) : packed;
        header = header == IN_EXTRA ? next(sizes) : header;
        int flags = Short.toUnsignedInt(head.getShort(8));
        return new ZipMember(
                ZipName.decode(name, extra, (flags & UTF8) != 0),
                flags,
                Short.toUnsignedInt(head.getShort(10)),
                Integer.toUnsignedLong(head.getInt(16)),
                packed,
                unpacked,
                mode(head),
                (head.getInt(38) & DOS_FOLDER) != 0,
                header);
    }

    /** Only Unix and the Mac write one; elsewhere the same bits may be anything. */
    private static int mode(ByteBuffer head) {
        int madeBy = head.get(5);
        return madeBy == UNIX || madeBy == MAC ? head.getInt(38) >>> 16 : 0;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the directory is cut");
        }
        return bytes;
    }

    /** The extra field in which ZIP64 keeps what 32 bits cannot hold; empty when there is none. */
    private static ByteBuffer longSizes(byte[] extra) {
        return ZipName.extra(extra, LONG_SIZES).orElse(ByteBuffer.allocate(0));
    }

    private static long next(ByteBuffer sizes) throws ZipException {
        if (sizes.remaining() < Long.BYTES) {
            throw new ZipException("a size is missing");
        }
        long size = sizes.getLong();
        if (size < 0) {
            throw new ZipException("a size is negative");
        }
        return size;
    }

    boolean isEncrypted() {
        return (flags & ENCRYPTED) != 0;
    }

    boolean isReadable() {
        return method == ZipEntry.STORED || method == ZipEntry.DEFLATED;
    }

    /** Whether it is a file that somebody packed: no folder, link or device, and nothing that a Mac adds by itself. */
    boolean isFile() {
        boolean folder = name.endsWith("/") || name.endsWith("\\") || (mode & KIND) == FOLDER || (dos && unpacked == 0);
        boolean odd = (mode & KIND) != 0 && (mode & KIND) != ORDINARY;
        return !folder && !odd && Arrays.stream(name.split("[/\\\\]", -1)).noneMatch("__MACOSX"::equals);
    }

    /** The bytes as they lie in the ZIP. */
    InputStream raw(FileChannel file) throws IOException {
        ByteBuffer local =
                ByteBuffer.wrap(FileRegion.bytes(file, header, LOCAL_HEAD)).order(ByteOrder.LITTLE_ENDIAN);
        if (local.getInt(0) != LOCAL_SIGNATURE) {
            throw new ZipException("no entry where the directory says");
        }
        long from =
                header + LOCAL_HEAD + Short.toUnsignedInt(local.getShort(26)) + Short.toUnsignedInt(local.getShort(28));
        if (packed > file.size() - from) {
            throw new EOFException("the entry is cut");
        }
        return new FileRegion(file, from, packed);
    }

    /** The bytes unpacked, not proved yet: {@link PartStream} does that. */
    InputStream open(FileChannel file) throws IOException {
        if (method == ZipEntry.STORED) {
            return raw(file);
        }
        // zlib may ask for a byte more than there is
        InputStream padded = new SequenceInputStream(raw(file), new ByteArrayInputStream(new byte[1]));
        Inflater inflater = new Inflater(true);
        return new InflaterInputStream(padded, inflater, 1 << 14) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        };
    }

    /** How many bytes come out of it: of what is not unpacked, those that lie in the ZIP. */
    long length() {
        return isEncrypted() || !isReadable() ? packed : unpacked;
    }

    /** What must come out of it. */
    ZipEntry promised() {
        ZipEntry entry = new ZipEntry("");
        entry.setCrc(crc);
        entry.setSize(unpacked);
        return entry;
    }
}
