package id.jembatan.faults;

import id.jembatan.PassingChannel;
import id.jembatan.faults.Steps.Asked;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of a home. A write that fails, or in which the process dies, has written half: so disks do. */
final class SteppedChannel extends PassingChannel {

    private final FileChannel real;
    private final String file;

    /**
     * Counts what is done with it.
     *
     * @param file as it is told
     * @param path where it really is
     */
    SteppedChannel(FileChannel real, String file, Path path) {
        this(new ForcedChannel(real, path), file);
    }

    private SteppedChannel(ForcedChannel real, String file) {
        super(real);
        this.real = real;
        this.file = file;
        Steps.opened(real);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        Steps.onDisk(Asked.READ, "read " + file);
        return super.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        Steps.onDisk(Asked.READ, "read " + file);
        return super.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        Steps.onDisk(Asked.READ, "read " + file);
        return super.read(into, position);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        stepOrTear(bytes);
        return super.write(bytes);
    }

    private void stepOrTear(ByteBuffer bytes) throws IOException {
        try {
            Steps.onDisk(Asked.WRITE, "write " + file);
        } catch (IOException e) {
            tear(bytes);
            throw e;
        } catch (Steps.Killed e) {
            if (e.atThisStep()) {
                tear(bytes);
            }
            throw e;
        }
    }

    private void tear(ByteBuffer bytes) throws IOException {
        ByteBuffer half = bytes.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        super.write(half);
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        Steps.onDisk(Asked.WRITE, "write " + file);
        return super.write(bytes, offset, length);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        Steps.onDisk(Asked.WRITE, "write " + file);
        return super.write(bytes, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        Steps.onDisk(Asked.WRITE, "force " + file);
        super.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        Steps.onDisk(Asked.WRITE, "truncate " + file);
        return super.truncate(size);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        Steps.onDisk(Asked.READ, "read " + file);
        return super.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        Steps.onDisk(Asked.WRITE, "write " + file);
        return super.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        Steps.onDisk(Asked.READ, "map " + file);
        return super.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        Steps.onDisk(Asked.READ, "lock " + file);
        return super.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        Steps.onDisk(Asked.READ, "lock " + file);
        return super.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        Steps.closed(real);
        super.implCloseChannel();
    }
}
