package id.jembatan.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Whether a file in {@code drop/} is complete: an ordinary file, not named like a copy in the making, whose size and time
 * have stood still for a while (SPEC section 2). Not thread-safe: one poller asks.
 */
public final class StandingStill {

    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".crdownload", ".filepart");

    private final Duration quiet;
    private final Clock clock;
    private final Map<Path, Seen> seen = new HashMap<>();

    /**
     * To watch files.
     *
     * @param quiet how long a file must stand still; zero for one-shot runs
     */
    public StandingStill(Duration quiet, Clock clock) {
        this.quiet = quiet;
        this.clock = clock;
    }

    private record Seen(long size, Instant modified, Instant since) {}

    /** Whether a poller should look into that folder at all: a link to a folder is left alone. */
    public static boolean isOpenFolder(Path folder) {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && !folder.getFileName().toString().startsWith(".");
    }

    /** Whether the file can be taken now. */
    public boolean isComplete(Path file) {
        if (!isOrdinary(file)) {
            return false;
        }
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return stoodStill(file, now.size(), now.lastModifiedTime().toInstant());
        } catch (IOException goneMeanwhile) {
            seen.remove(file);
            return false;
        }
    }

    private boolean stoodStill(Path file, long size, Instant modified) {
        if (quiet.isZero()) {
            return true;
        }
        Instant now = clock.instant();
        Seen before = seen.get(file);
        if (before == null || before.size() != size || !before.modified().equals(modified)) {
            forgetTheGone();
            seen.put(file, new Seen(size, modified, now));
            return false;
        }
        return !before.since().plus(quiet).isAfter(now);
    }

    private void forgetTheGone() {
        seen.keySet().removeIf(file -> !Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** Whether it is a file that will be taken once it stands still: no link, FIFO, socket or name without a meaning. */
    public static boolean isOrdinary(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !isUnfinishedName(file.getFileName().toString())
                && isUtf8(file);
    }

    /** Names that copying programs, browsers and spreadsheet programs give to what is not finished. */
    public static boolean isUnfinishedName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~$")
                || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** A name whose bytes are no UTF-8 reaches us with replacement characters, and cannot be opened under them. */
    public static boolean isUtf8(Path file) {
        String name = file.toString();
        return name.indexOf('\uFFFD') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(name);
    }
}
