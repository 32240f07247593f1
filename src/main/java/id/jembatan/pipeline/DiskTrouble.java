package id.jembatan.pipeline;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is the matter with a disk: Java has one exception for all of it, told apart by the system's words alone. */
enum DiskTrouble {
    FULL("the disk is full", "no space left|disk quota"),
    ONLY_READS("the disk only reads", "read-only file system"),
    FAILS("the disk fails", "input/output error");

    private final String meaning;
    private final Pattern words;

    DiskTrouble(String meaning, String words) {
        this.meaning = meaning;
        this.words = Pattern.compile(words);
    }

    /** In English, for logs and health. */
    String meaning() {
        return meaning;
    }

    /** Of this exception, whatever caused it. */
    static Optional<DiskTrouble> of(Throwable fault) {
        if (fault instanceof IOException) {
            String text = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
            for (DiskTrouble each : values()) {
                if (each.words.matcher(text).find()) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** Of the first that is one, of the exception and its causes. */
    static Optional<DiskTrouble> find(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            Optional<DiskTrouble> trouble = of(cause);
            if (trouble.isPresent()) {
                return trouble;
            }
        }
        return Optional.empty();
    }
}
