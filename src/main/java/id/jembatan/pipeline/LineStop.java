package id.jembatan.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Since when, and why, the line of this process stands still. Kept in its own folder too, so that {@code status}, which is
 * another process, can say it.
 */
final class LineStop {

    private static final Logger LOG = LoggerFactory.getLogger(LineStop.class);
    private static final String FILE = "stopped";
    private static final String NOT_BALANCED = "NOT_BALANCED";

    private final Path file;
    private Optional<String> reason = Optional.empty();
    private Optional<String> last = Optional.empty();

    LineStop(Path folder) {
        this.file = folder.resolve(FILE);
    }

    /** The line stops; a line that stands already keeps its first moment, until sums do not come out. */
    synchronized void stop(Throwable fault, Instant now) {
        boolean unbalanced = isOutOfBalance(fault);
        if (reason.isEmpty() || (unbalanced && !isUnbalanced())) {
            String what = unbalanced ? NOT_BALANCED : "LINE_STOPPED";
            reason = Optional.of(what + " since " + now.truncatedTo(ChronoUnit.SECONDS) + ": " + Faults.kindOf(fault));
            last = reason;
            try {
                Files.writeString(file, reason.get());
            } catch (IOException e) { // a full disk is a reason of its own, which status sees by itself
                LOG.warn("nobody else will know that the line stands still: {}", Faults.brief(e));
            }
        }
    }

    private boolean isUnbalanced() {
        return reason.filter(it -> it.startsWith(NOT_BALANCED)).isPresent();
    }

    /** The line moves again. Sums that did not come out are a person's matter: that is said until the service is restarted. */
    synchronized void goOn() throws IOException {
        if (reason.isPresent() && !isUnbalanced()) {
            reason = Optional.empty();
            Files.deleteIfExists(file);
        }
    }

    synchronized Optional<String> reason() {
        return reason;
    }

    /** Why it stood still last, whether it moves again or not. */
    synchronized Optional<String> lastReason() {
        return last;
    }

    /** What processes that live in the home say of their lines. */
    static List<String> of(Path work) throws IOException {
        List<String> reasons = new ArrayList<>();
        for (String node : Node.listLiving(work)) {
            find(work.resolve(node).resolve(FILE)).ifPresent(reasons::add);
        }
        return reasons;
    }

    private static Optional<String> find(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException goesOn) {
            return Optional.empty();
        }
    }

    /** A sum that does not come out: said by whoever counted, in the words of its exception. */
    private static boolean isOutOfBalance(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalStateException
                    && String.valueOf(cause.getMessage()).startsWith("control total")) {
                return true;
            }
        }
        return false;
    }
}
