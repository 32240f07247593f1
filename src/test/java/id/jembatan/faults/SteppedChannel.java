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
    private final boolean ofTheRegister;

    /**
     * Counts what is done with it.
     *
     * @param file as it is told
     * @param path where it really is
     * @param ofTheRegister whether it is the embedded database's own
     */
    SteppedChannel(FileChannel real, String file, Path path, boolean ofTheRegister) {
        this(new ForcedChannel(real, path), file, ofTheRegister);
    }

    private SteppedChannel(ForcedChannel real, String file, boolean ofTheRegister) {
        super(real);
        this.real = real;
        this.file = file;
        this.ofTheRegister = ofTheRegister;
        Steps.opened(real);
    }

    private void step(Asked asked, String what) throws IOException {
        Steps.onDisk(ofTheRegister ? asked.ofTheRegister() : asked, what);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        step(Asked.READ, "read " + file);
        return super.read(into);
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) throws IOException {
        step(Asked.READ, "read " + file);
        return super.read(into, offset, length);
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        step(Asked.READ, "read " + file);
        return super.read(into, position);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        try {
            step(Asked.WRITE, "write " + file);
        } catch (IOException e) {
            super.write(half(bytes));
            throw e;
        } catch (Steps.Killed e) {
            if (e.atThisStep()) {
                super.write(half(bytes));
            }
            throw e;
        }
        return super.write(bytes);
    }

    private static ByteBuffer half(ByteBuffer bytes) {
        ByteBuffer half = bytes.duplicate();
        half.limit(half.position() + half.remaining() / 2);
        return half;
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) throws IOException {
        step(Asked.WRITE, "write " + file);
        return super.write(bytes, offset, length);
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        try {
            step(Asked.WRITE, "write " + file);
        } catch (IOException e) {
            super.write(half(bytes), position);
            throw e;
        }
        return super.write(bytes, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        step(Asked.WRITE, "force " + file);
        super.force(metaData);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        step(Asked.WRITE, "truncate " + file);
        return super.truncate(size);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        step(Asked.READ, "read " + file);
        return super.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        step(Asked.WRITE, "write " + file);
        return super.transferFrom(source, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        step(Asked.READ, "map " + file);
        return super.map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        step(Asked.READ, "lock " + file);
        return super.lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        step(Asked.READ, "lock " + file);
        return super.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        Steps.closed(real);
        super.implCloseChannel();
    }
}
