package id.jembatan.pipeline;

import id.jembatan.disk.DiskProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether there is room for another file. Stopping in time costs nothing: what lies in {@code drop/} waits, and what was
 * taken already is answered.
 */
final class SpaceWatch {

    static final String SETTING = "jembatan.intake.free-space";

    private static final Logger LOG = LoggerFactory.getLogger(SpaceWatch.class);
    private static final long MEGABYTE = 1024 * 1024;

    private final Path home;
    private final long least;
    private final AtomicBoolean said = new AtomicBoolean();

    SpaceWatch(Path home, long least) {
        this.home = home;
        this.least = least;
    }

    static SpaceWatch of(Settings settings) {
        return new SpaceWatch(settings.workspace().home(), settings.number(SETTING));
    }

    /** Whether a file may be taken; said once when that changes. */
    boolean hasRoom() throws IOException {
        Optional<String> reason = reason();
        if (said.getAndSet(reason.isPresent()) != reason.isPresent()) {
            if (reason.isPresent()) {
                LOG.error("no file is taken: {}", reason.get());
            } else {
                LOG.info("there is room again: files are taken");
            }
        }
        return reason.isEmpty();
    }

    long free() throws IOException {
        return DiskProbe.free(home);
    }

    /** Why no file is taken. */
    Optional<String> reason() throws IOException {
        long free = free();
        return least == 0 || free >= least
                ? Optional.empty()
                : Optional.of("DISK_SPACE " + free / MEGABYTE + " MB of " + least / MEGABYTE + " MB");
    }
}
