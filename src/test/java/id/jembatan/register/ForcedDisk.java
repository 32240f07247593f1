package id.jembatan.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * H2's files as they would be after a power cut, in the hardest way that a disk has: nothing of what was written since the
 * last force is there. {@code jdbc:h2:forced:} before a path; beside each file lies what was forced of it.
 */
public final class ForcedDisk extends FilePathWrapper {

    static final String FORCED = ".forced";

    /** Lets H2 know it. */
    static void register() {
        FilePath.register(new ForcedDisk());
    }

    @Override
    public String getScheme() {
        return "forced";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Channel(getBase().open(mode), Path.of(getBase().toString()));
    }

    private static final class Channel extends FileBase {

        private final FileChannel real;
        private final Path file;

        Channel(FileChannel real, Path file) {
            this.real = real;
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            real.force(metaData);
            Files.copy(file, file.resolveSibling(file.getFileName() + FORCED), StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            return real.read(bytes);
        }

        @Override
        public synchronized int read(ByteBuffer bytes, long position) throws IOException {
            return real.read(bytes, position);
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            return real.write(bytes);
        }

        @Override
        public synchronized int write(ByteBuffer bytes, long position) throws IOException {
            return real.write(bytes, position);
        }

        @Override
        public long position() throws IOException {
            return real.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            real.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            real.truncate(size);
            return this;
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return real.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }
    }
}
