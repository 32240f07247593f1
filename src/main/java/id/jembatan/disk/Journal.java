package id.jembatan.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * An append-only file of lines, one record each, that begin with their number as {@code seq} and end with a checksum as
 * {@code crc}. A line that a power cut tore is taken away before anything is appended; its record comes again.
 */
public final class Journal {

    static final Pattern SEQ = Pattern.compile("^\\{\"seq\":([0-9]+),");
    private static final String CRC = ",\"crc\":\"";
    private static final String END = "\"}";

    private final Path folder;

    public Journal(Path folder) {
        this.folder = folder;
    }

    /**
     * A record's place and checksum.
     *
     * @param seq from 1
     * @param checksum of everything but the number, in hexadecimal
     */
    public record Mark(long seq, String checksum) {}

    /** The last whole record; empty when there is none. */
    public Optional<Mark> last() throws IOException {
        Optional<Path> newest = findNewest();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> line = new AppendedLines(newest.get()).last();
        return line.isEmpty() ? Optional.empty() : Optional.of(markOf(newest.get(), line.get()));
    }

    /**
     * Cuts off what a power cut tore of records that nobody had waited for yet.
     *
     * @param known the number of the last record that is known to have been on the disk: from there on nothing is cut off
     */
    public void mend(long known) throws IOException {
        List<Path> files = files();
        if (files.isEmpty()) {
            return;
        }
        long before = files.size() == 1
                ? 0
                : new AppendedLines(files.get(files.size() - 2))
                        .last()
                        .map(Journal::numberOf)
                        .orElse(0L);
        new AppendedLines(files.get(files.size() - 1))
                .mend(line -> line.map(Journal::numberOf).orElse(before) >= known);
    }

    private static long numberOf(String line) {
        Matcher seq = SEQ.matcher(line);
        return seq.find() ? Long.parseLong(seq.group(1)) : -1;
    }

    private static Mark markOf(Path file, String line) throws IOException {
        Matcher seq = SEQ.matcher(line);
        int crc = line.lastIndexOf(CRC);
        if (!seq.find() || crc < 0) {
            throw new IOException("journal " + file.getFileName() + ": the last line is no record");
        }
        return new Mark(Long.parseLong(seq.group(1)), line.substring(crc + CRC.length(), line.length() - END.length()));
    }

    /**
     * Appends records and waits until they are on the disk.
     *
     * @param month {@code yyyy-mm}: the file they go to, unless a clock that went wrong has begun a later one: numbers
     *     rise from file to file
     */
    public void append(String month, List<String> records) throws IOException {
        Path file = findNewest()
                .filter(newest -> newest.getFileName().toString().compareTo(month) > 0)
                .orElse(folder.resolve(month + ".ndjson"));
        new AppendedLines(file).append(records.stream().map(Journal::seal).toList());
    }

    /** Adds the checksum of everything but the number, which has a check of its own: it follows the one before. */
    static String seal(String record) {
        String open = record.substring(0, record.length() - 1);
        return open + CRC + checksum(open) + END;
    }

    /** The record without its checksum; empty when the line is not what was written. */
    static Optional<String> unseal(String line) {
        int crc = line.lastIndexOf(CRC);
        if (crc < 0) {
            return Optional.empty();
        }
        String open = line.substring(0, crc);
        return line.equals(open + CRC + checksum(open) + END) ? Optional.of(open + "}") : Optional.empty();
    }

    /** The mark that a record will have. */
    public static Mark markOf(long seq, String record) {
        return new Mark(seq, checksum(record.substring(0, record.length() - 1)));
    }

    private static String checksum(String open) {
        CRC32C crc = new CRC32C();
        crc.update(SEQ.matcher(open).replaceFirst("").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** The files that hold something, in the order of their months. */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{4}-[0-9]{2}\\.ndjson"))
                    .filter(file -> file.toFile().length() > 0)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private Optional<Path> findNewest() throws IOException {
        List<Path> files = files();
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
    }

    /** Cuts off a file's end: records that belong to something that was not finished. */
    public void cut(Path file, long length) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(length);
            access.getFD().sync();
        }
    }
}
