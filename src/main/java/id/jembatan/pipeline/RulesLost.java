package id.jembatan.pipeline;

import id.jembatan.domain.Messages;
import id.jembatan.domain.OperatorNeeded;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The archived rules that a list, an answer or a batch goes by are gone, or are not what was archived. Nothing else is
 * taken in their place.
 */
final class RulesLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is the matter with them; names the sentence of the catalogue. */
    enum Why {
        GONE,
        DAMAGED,
        /** They are whole, and this program cannot read them. */
        UNREADABLE
    }

    private final Why why;
    private final String sha256;
    private final String file;

    /** @param file what is gone, damaged or cannot be read */
    RulesLost(Why why, String sha256, Path file, @Nullable Throwable cause) {
        super("rules " + sha256 + " " + why, cause);
        this.why = why;
        this.sha256 = sha256;
        this.file = file.toString();
    }

    private static @Nullable RulesLost in(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof RulesLost lost) {
                return lost;
            }
        }
        return null;
    }

    /** What to do, a line for {@code fault.txt}: it names folders and hashes only. Empty for every other fault. */
    static String whatToDo(Throwable fault, Messages messages) {
        RulesLost lost = in(fault);
        return lost == null ? "" : lost.needed().sentence(messages) + "\n";
    }

    /** The same for a command that cannot go on. */
    OperatorNeeded needed() {
        return new OperatorNeeded("rules." + why.name().toLowerCase(Locale.ROOT), sha256, file);
    }
}
