package id.jembatan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a ZIP by hand, honest or not, byte for byte. Stored unless it is told otherwise, so that the bytes are the same
 * on every machine.
 */
public final class ZipWriting {

    private static final int LONG = 0xFFFF_FFFF;

    /** What an entry says of itself in the directory; {@code crc}, {@code unpacked} as told, true or not. */
    public static final class Entry {
        private final byte[] name;
        private final byte[] data;
        private final CRC32 real = new CRC32();
        private byte[] packed;
        private byte[] extra = {};
        private int flags;
        private int method;
        private int madeBy = 3;
        private int mode = 0100644;
        private long crc;
        private long unpacked;
        private boolean descriptor;
        private boolean zip64;
        private long header = -1;

        private Entry(byte[] name, byte[] data) {
            this.name = name;
            this.data = data;
            this.packed = data;
            real.update(data);
            this.crc = real.getValue();
            this.unpacked = data.length;
        }

        public Entry deflated() {
            Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
            deflater.setInput(data);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8_192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            deflater.end();
            packed = out.toByteArray();
            method = 8;
            return this;
        }

        /** Marked as locked; the bytes are noise to whoever has no password. */
        public Entry encrypted() {
            flags |= 1;
            return this;
        }

        public Entry utf8() {
            flags |= 1 << 11;
            return this;
        }

        public Entry method(int number) {
            method = number;
            return this;
        }

        public Entry mode(int unix) {
            mode = unix;
            return this;
        }

        public Entry madeBy(int system) {
            madeBy = system;
            return this;
        }

        /** Sizes and checksum stand behind the data, as a program writes them that does not know them before. */
        public Entry withDescriptor() {
            flags |= 1 << 3;
            descriptor = true;
            return this;
        }

        public Entry inLongFields() {
            zip64 = true;
            return this;
        }

        public Entry withExtra(byte[] field) {
            extra = field;
            return this;
        }

        public Entry promising(long bytes) {
            unpacked = bytes;
            return this;
        }

        public Entry withChecksum(long wrong) {
            crc = wrong;
            return this;
        }

        /** The directory points there, whatever lies there. */
        public Entry at(long place) {
            header = place;
            return this;
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private byte[] before = {};
    private int missing;
    private boolean zip64;

    public Entry add(String name, byte[] data) {
        return add(name.getBytes(StandardCharsets.UTF_8), data);
    }

    public Entry add(String name, String text) {
        return add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Entry add(String name, Charset charset, byte[] data) {
        return add(name.getBytes(charset), data);
    }

    private Entry add(byte[] name, byte[] data) {
        Entry entry = new Entry(name, data);
        entries.add(entry);
        return entry;
    }

    /** Bytes in front that belong to nothing. */
    public ZipWriting behind(byte[] bytes) {
        before = bytes;
        return this;
    }

    /** The end speaks of so many entries more than there are. */
    public ZipWriting missing(int more) {
        missing = more;
        return this;
    }

    /** With the end of a long directory. */
    public ZipWriting inLongFields() {
        zip64 = true;
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        for (Entry entry : entries) {
            int at = out.size();
            writeLocal(out, entry);
            writeInDirectory(directory, entry, entry.header < 0 ? at : entry.header);
        }
        int at = out.size();
        out.writeBytes(directory.toByteArray());
        int count = entries.size() + missing;
        if (zip64) {
            int end = out.size();
            out.writeBytes(buffer(56)
                    .putInt(0x06064b50)
                    .putLong(44)
                    .putInt(45 << 16 | 45)
                    .putLong(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(directory.size())
                    .putLong(at)
                    .array());
            out.writeBytes(buffer(20)
                    .putInt(0x07064b50)
                    .putInt(0)
                    .putLong(end)
                    .putInt(1)
                    .array());
        }
        out.writeBytes(buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) (zip64 ? LONG : count))
                .putShort((short) (zip64 ? LONG : count))
                .putInt(zip64 ? LONG : directory.size())
                .putInt(zip64 ? LONG : at)
                .array());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before);
        all.writeBytes(out.toByteArray());
        return all.toByteArray();
    }

    private static void writeLocal(ByteArrayOutputStream out, Entry entry) {
        out.writeBytes(buffer(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x5A21_0000)
                .putInt(entry.descriptor ? 0 : (int) entry.crc)
                .putInt(entry.descriptor ? 0 : entry.packed.length)
                .putInt(entry.descriptor ? 0 : (int) entry.unpacked)
                .putShort((short) entry.name.length)
                .putShort((short) 0)
                .array());
        out.writeBytes(entry.name);
        out.writeBytes(entry.packed);
        if (entry.descriptor) {
            out.writeBytes(buffer(16)
                    .putInt(0x08074b50)
                    .putInt((int) entry.crc)
                    .putInt(entry.packed.length)
                    .putInt((int) entry.unpacked)
                    .array());
        }
    }

    private static void writeInDirectory(ByteArrayOutputStream out, Entry entry, long header) {
        byte[] extra = entry.extra;
        if (entry.zip64) {
            extra = buffer(28)
                    .putShort((short) 1)
                    .putShort((short) 24)
                    .putLong(entry.unpacked)
                    .putLong(entry.packed.length)
                    .putLong(header)
                    .array();
        }
        out.writeBytes(buffer(46)
                .putInt(0x02014b50)
                .putShort((short) (entry.madeBy << 8 | 20))
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x5A21_0000)
                .putInt((int) entry.crc)
                .putInt(entry.zip64 ? LONG : entry.packed.length)
                .putInt(entry.zip64 ? LONG : (int) entry.unpacked)
                .putShort((short) entry.name.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(entry.mode << 16)
                .putInt(entry.zip64 ? LONG : (int) header)
                .array());
        out.writeBytes(entry.name);
        out.writeBytes(extra);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
