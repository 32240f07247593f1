package id.jembatan.faults;

import id.jembatan.PassingChannel;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** An open file whose forcing a {@link Platter} is told of. */
final class ForcedChannel extends PassingChannel {

    private final Path file;

    ForcedChannel(FileChannel real, Path file) {
        super(real);
        this.file = file;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        super.force(metaData);
        Optional<Platter> platter = Steps.platter();
        if (platter.isPresent()) {
            platter.get().forced(file);
        }
    }
}
