package id.jembatan.register;

import id.jembatan.PassingChannel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

    private static final class Channel extends PassingChannel {

        private final Path file;

        Channel(FileChannel real, Path file) {
            super(real);
            this.file = file;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            super.force(metaData);
            Files.copy(file, file.resolveSibling(file.getFileName() + FORCED), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
