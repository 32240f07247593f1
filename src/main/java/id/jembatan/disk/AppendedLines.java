package id.jembatan.disk;

import java.io.ByteArrayOutputStream;
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
import java.util.function.Predicate;

/**
 * A file to whose end lines are added, each on the disk before anything is done that it tells of. A last line without its
 * end is one that a kill tore, and counts as never written. Whoever adds has the turn: nobody else does so meanwhile.
 */
public final class AppendedLines {

    private static final int BLOCK = 1 << 16;
    /** More than is ever added at once. */
    private static final long MOST_ADDED = 16L << 20;

    private final Path file;

    public AppendedLines(Path file) {
        this.file = file;
    }

    /** The last whole line, whatever the file's length; empty when there is none. What stands behind it is cut off. */
    public Optional<String> last() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            long end = endOfLineBefore(access, access.length());
            if (end < access.length()) {
                access.setLength(end);
                access.getFD().sync();
            }
            return lineBefore(access, end);
        }
    }

    /**
     * Cuts off what a power cut tore of lines that were about to be added: a disk that had not come to all of them has the
     * file's new length, and bytes of zero where it wrote nothing. No line of ours holds such a byte.
     *
     * @param mayBeLast whether nothing that was ever known to be on the disk stood behind that line, or behind the file's
     *     beginning: otherwise the file is damaged and nothing is cut off
     */
    public void mend(Predicate<Optional<String>> mayBeLast) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            long torn = firstZeroFrom(access, Math.max(0, access.length() - MOST_ADDED));
            if (torn == access.length()) {
                return;
            }
            long end = endOfLineBefore(access, torn);
            if (mayBeLast.test(lineBefore(access, end))) {
                access.setLength(end);
                access.getFD().sync();
            }
        }
    }

    /** Adds lines and waits until they are on the disk. */
    public void append(List<String> lines) throws IOException {
        boolean fresh = !Files.exists(file);
        if (fresh) {
            Durable.makeFile(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            for (String line : lines) {
                ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
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

    /** The place behind the last line end that stands before {@code from}; 0 when there is none. */
    private static long endOfLineBefore(RandomAccessFile access, long from) throws IOException {
        byte[] block = new byte[BLOCK];
        long start = from;
        while (start > 0) {
            int size = (int) Math.min(block.length, start);
            start -= size;
            access.seek(start);
            access.readFully(block, 0, size);
            for (int i = size - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }

    private static Optional<String> lineBefore(RandomAccessFile access, long end) throws IOException {
        return end == 0 ? Optional.empty() : Optional.of(read(access, endOfLineBefore(access, end - 1), end - 1));
    }

    /** The file's length when there is none. */
    private static long firstZeroFrom(RandomAccessFile access, long from) throws IOException {
        byte[] block = new byte[BLOCK];
        access.seek(from);
        long start = from;
        for (int size = access.read(block); size > 0; size = access.read(block)) {
            for (int i = 0; i < size; i++) {
                if (block[i] == 0) {
                    return start + i;
                }
            }
            start += size;
        }
        return start;
    }

    private static String read(RandomAccessFile access, long from, long to) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[BLOCK];
        access.seek(from);
        for (long left = to - from; left > 0; left -= BLOCK) {
            int size = (int) Math.min(block.length, left);
            access.readFully(block, 0, size);
            line.write(block, 0, size);
        }
        return line.toString(StandardCharsets.UTF_8);
    }
}
