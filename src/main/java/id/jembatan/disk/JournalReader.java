package id.jembatan.disk;

import id.jembatan.domain.OperatorNeeded;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Reads a journal from its first record to its last, one at a time, and proves each: its checksum, and that its number
 * follows the one before. Not thread-safe.
 */
public final class JournalReader implements AutoCloseable {

    private final Iterator<Path> files;
    private Path file = Path.of("");
    private Optional<InputStream> in = Optional.empty();
    private long seq;
    private long line;
    private long offset;

    /** Begins before the first record. */
    public JournalReader(Journal journal) throws IOException {
        this.files = journal.files().iterator();
    }

    /**
     * One record.
     *
     * @param text without its checksum
     * @param file where it stands
     * @param end the file's length up to and with this line
     */
    public record Line(long seq, String text, Path file, long end) {}

    /**
     * The next record; empty after the last.
     *
     * @throws OperatorNeeded when a record is missing or is not what was written
     */
    public Optional<Line> next() throws IOException {
        while (true) {
            if (in.isEmpty()) {
                if (!files.hasNext()) {
                    return Optional.empty();
                }
                open(files.next());
            }
            Optional<String> text = readLine(in.orElseThrow());
            if (text.isPresent()) {
                return Optional.of(prove(text.get()));
            }
            close();
        }
    }

    private void open(Path next) throws IOException {
        file = next;
        line = 0;
        offset = 0;
        in = Optional.of(new BufferedInputStream(Files.newInputStream(next), 1 << 16));
    }

    private Line prove(String text) {
        line++;
        Optional<String> record = Journal.unseal(text);
        Matcher number = Journal.SEQ.matcher(text);
        if (record.isEmpty() || !number.find()) {
            throw new OperatorNeeded("journal.damaged", file.getFileName(), line, seq + 1);
        }
        long found = Long.parseLong(number.group(1));
        if (found != seq + 1) {
            throw new OperatorNeeded("journal.hole", file.getFileName(), line, seq + 1, found);
        }
        seq = found;
        return new Line(found, record.get(), file, offset);
    }

    /** A last line without its end is no line. */
    private Optional<String> readLine(InputStream bytes) throws IOException {
        ByteArrayOutputStream read = new ByteArrayOutputStream(256);
        int one = bytes.read();
        while (one >= 0 && one != '\n') {
            read.write(one);
            one = bytes.read();
        }
        if (one < 0) {
            return Optional.empty();
        }
        offset += read.size() + 1L;
        return Optional.of(read.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (in.isPresent()) {
            in.get().close();
        }
        in = Optional.empty();
    }
}
