package id.jembatan.stage;

import id.jembatan.disk.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An embedded register in the making: it lies beside the one that is there under a name of its own, and gets the
 * register's name by one rename when it is whole. What was there is kept under another name, never deleted.
 */
public final class RebuiltFile {

    private static final String UNFINISHED = "rebuilding";
    private static final String SUFFIX = ".mv.db";

    private final Path folder;

    /** In a home's {@code db/}. */
    public RebuiltFile(Path folder) {
        this.folder = folder;
    }

    /** Whether there is a register at all. */
    public boolean exists() {
        return Files.exists(register());
    }

    /** A new, empty one; what a killed rebuild left is gone. */
    public Register open(String options, String user, String password, int connections) throws IOException {
        Files.deleteIfExists(unfinished());
        String url = "jdbc:h2:file:" + folder.resolve(UNFINISHED).toAbsolutePath() + options;
        return Register.open(url, user, password, connections);
    }

    /**
     * Gives it the register's name, once it is closed.
     *
     * @param keep whether the register that is there holds anything
     * @return where the register that was there is kept
     */
    public Optional<Path> publish(boolean keep) throws IOException {
        Optional<Path> kept = Optional.empty();
        if (keep && exists()) {
            Path aside = freeName();
            Files.move(register(), aside);
            Durable.syncParent(aside);
            kept = Optional.of(aside);
        }
        Durable.publishFile(unfinished(), register());
        return kept;
    }

    private Path register() {
        return folder.resolve(EmbeddedRegister.FILE + SUFFIX);
    }

    private Path unfinished() {
        return folder.resolve(UNFINISHED + SUFFIX);
    }

    private Path freeName() {
        int number = 1;
        while (Files.exists(aside(number))) {
            number++;
        }
        return aside(number);
    }

    private Path aside(int number) {
        return folder.resolve("set-aside-" + number + SUFFIX);
    }
}
