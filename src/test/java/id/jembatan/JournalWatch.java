package id.jembatan;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts the records of a home's journal while a process writes them, and reads only what is new: whoever reads all of it
 * every few milliseconds takes the processor from the process that is watched.
 */
public final class JournalWatch {

    private static final Seen NOTHING = new Seen(0, 0);

    private final Path journal;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** Of one file: so many bytes, with so many records. */
    private record Seen(long bytes, long records) {}

    public JournalWatch(Path home) {
        this.journal = home.resolve("journal");
    }

    /** Whole records; beside them stands the audit trail, which is not counted. */
    public long count() throws IOException {
        if (!Files.exists(journal)) {
            return 0;
        }
        long count = 0;
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.filter(name -> name.getFileName().toString().matches("[0-9-]+\\.ndjson"))
                    .toList()) {
                count += count(file);
            }
        }
        return count;
    }

    private long count(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            Seen before = seen.getOrDefault(file, NOTHING);
            if (bytes.length() < before.bytes()) {
                before = NOTHING; // a start has cut off a torn line
            }
            byte[] fresh = new byte[(int) (bytes.length() - before.bytes())];
            bytes.seek(before.bytes());
            bytes.readFully(fresh);
            long records = before.records();
            for (byte each : fresh) {
                records += each == '\n' ? 1 : 0;
            }
            seen.put(file, new Seen(before.bytes() + fresh.length, records));
            return records;
        }
    }
}
