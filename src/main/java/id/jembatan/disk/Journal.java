package id.jembatan.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    private static final String END = "\"}\n";
    private static final int CHECKSUM_AND_END = 8 + END.length();
    private static final int TAIL = 1 << 16;

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
        mend(newest.get());
        String line = lastLine(newest.get());
        Matcher seq = SEQ.matcher(line);
        if (!seq.find()) {
            throw new IOException("journal " + newest.get().getFileName() + ": the last line has no seq");
        }
        return Optional.of(new Mark(Long.parseLong(seq.group(1)), lastChecksum(newest.get())));
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
        boolean fresh = !Files.exists(file);
        if (fresh) {
            Durable.makeFile(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (String record : records) {
                ByteBuffer bytes = ByteBuffer.wrap((seal(record) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            channel.force(true);
        }
        if (fresh) {
            Durable.syncParent(file);
        }
    }

    /** Adds the checksum of everything but the number, which has a check of its own: it follows the one before. */
    static String seal(String record) {
        String open = record.substring(0, record.length() - 1);
        return open + CRC + checksum(open) + "\"}";
    }

    /** The record without its checksum; empty when the line is not what was written. */
    static Optional<String> unseal(String line) {
        int crc = line.lastIndexOf(CRC);
        if (crc < 0) {
            return Optional.empty();
        }
        String open = line.substring(0, crc);
        return line.equals(open + CRC + checksum(open) + "\"}") ? Optional.of(open + "}") : Optional.empty();
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

    /** Cuts off what stands after the last line end. */
    private static void mend(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            long end = access.length();
            while (end > 0) {
                access.seek(end - 1);
                if (access.read() == '\n') {
                    break;
                }
                end--;
            }
            if (end < access.length()) {
                access.setLength(end);
                access.getFD().sync();
            }
        }
    }

    private static String lastLine(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long end = access.length() - 1;
            long start = end;
            byte[] block = new byte[TAIL];
            while (start > 0) {
                int size = (int) Math.min(block.length, start);
                access.seek(start - size);
                access.readFully(block, 0, size);
                for (int i = size - 1; i >= 0; i--) {
                    if (block[i] == '\n') {
                        return line(access, start - size + i + 1);
                    }
                }
                start -= size;
            }
            return line(access, 0);
        }
    }

    /** It stands at a fixed distance from the end. */
    private static String lastChecksum(Path file) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[(int) Math.min(CHECKSUM_AND_END, access.length())];
            access.seek(access.length() - end.length);
            access.readFully(end);
            return new String(end, StandardCharsets.UTF_8).substring(0, Math.max(0, end.length - END.length()));
        }
    }

    /** Only the beginning: the number stands there. */
    private static String line(RandomAccessFile access, long start) throws IOException {
        byte[] beginning = new byte[(int) Math.min(64, access.length() - start)];
        access.seek(start);
        access.readFully(beginning);
        return new String(beginning, StandardCharsets.UTF_8);
    }
}
