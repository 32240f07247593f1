package id.jembatan.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An append-only file of lines, one record each, that begin with their number as {@code seq}. A line that a power cut tore
 * is taken away before anything is appended; its record comes again.
 */
public final class Journal {

    private static final Pattern SEQ = Pattern.compile("^\\{\"seq\":([0-9]+),");
    private static final int TAIL = 1 << 16;

    private final Path folder;

    public Journal(Path folder) {
        this.folder = folder;
    }

    /** The number of the last whole record; 0 when there is none. */
    public long lastSeq() throws IOException {
        Optional<Path> newest = findNewest();
        if (newest.isEmpty()) {
            return 0;
        }
        mend(newest.get());
        String line = lastLine(newest.get());
        Matcher seq = SEQ.matcher(line);
        if (!seq.find()) {
            throw new IOException("journal " + newest.get().getFileName() + ": the last line has no seq");
        }
        return Long.parseLong(seq.group(1));
    }

    /**
     * Appends records and waits until they are on the disk.
     *
     * @param month {@code yyyy-mm}: the file they go to
     */
    public void append(String month, List<String> records) throws IOException {
        Path file = folder.resolve(month + ".ndjson");
        boolean fresh = !Files.exists(file);
        if (fresh) {
            Durable.makeFile(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (String record : records) {
                ByteBuffer bytes = ByteBuffer.wrap((record + "\n").getBytes(StandardCharsets.UTF_8));
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

    private Optional<Path> findNewest() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[0-9]{4}-[0-9]{2}\\.ndjson"))
                    .filter(file -> file.toFile().length() > 0)
                    .max(java.util.Comparator.comparing(Path::getFileName));
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

    /** Only the beginning: the number stands there. */
    private static String line(RandomAccessFile access, long start) throws IOException {
        byte[] beginning = new byte[(int) Math.min(64, access.length() - start)];
        access.seek(start);
        access.readFully(beginning);
        return new String(beginning, StandardCharsets.UTF_8);
    }
}
