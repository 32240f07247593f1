package id.jembatan.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A stretch of a file as a stream. A file that ends before the stretch does is cut, and that is the data's fault. */
final class FileRegion extends InputStream {

    private final FileChannel file;
    private final long end;
    private long at;

    FileRegion(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.end = from + length;
    }

    /** The whole stretch at once, for what has a small and fixed length. */
    static byte[] bytes(FileChannel file, long from, int length) throws IOException {
        if (from < 0 || length < 0) {
            throw new EOFException("a stretch outside the file");
        }
        byte[] bytes = new byte[length];
        new FileRegion(file, from, length).readNBytes(bytes, 0, length);
        return bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int from, int most) throws IOException {
        if (at >= end) {
            return most == 0 ? 0 : -1;
        }
        int read = file.read(ByteBuffer.wrap(buffer, from, (int) Math.min(most, end - at)), at);
        if (read < 0) {
            throw new EOFException("the file is cut");
        }
        at += read;
        return read;
    }
}
