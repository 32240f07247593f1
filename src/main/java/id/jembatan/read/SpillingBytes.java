package id.jembatan.read;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes that are appended once and then read at any place: the first megabytes stay in memory, the rest goes to a file
 * that is gone when this is closed. Not thread-safe.
 */
final class SpillingBytes implements Closeable {

    private static final int PAGE = 1 << 13;
    private static final int PAGES_IN_MEMORY = 1_024;
    private static final int PAGES_READ_BACK = 512;

    private final Path folder;
    private final List<byte[]> pages = new ArrayList<>();
    private final Map<Long, byte[]> readBack = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES_READ_BACK;
        }
    };
    private byte[] filling = new byte[PAGE];
    private long length;
    private Optional<FileChannel> file = Optional.empty();

    SpillingBytes(Path folder) {
        this.folder = folder;
    }

    long length() {
        return length;
    }

    void append(byte[] bytes) throws IOException {
        append(bytes, bytes.length);
    }

    /** Appends the first so many of the bytes. */
    void append(byte[] bytes, int count) throws IOException {
        int done = 0;
        while (done < count) {
            int at = (int) (length % PAGE);
            int part = Math.min(count - done, PAGE - at);
            System.arraycopy(bytes, done, filling, at, part);
            done += part;
            length += part;
            if (length % PAGE == 0) {
                putAway();
            }
        }
    }

    /** Fills the whole array from that place on. */
    void read(long from, byte[] into) throws IOException {
        read(from, into, into.length);
    }

    /** Fills the beginning of the array from that place on. */
    void read(long from, byte[] into, int count) throws IOException {
        int done = 0;
        while (done < count) {
            long place = from + done;
            int at = (int) (place % PAGE);
            int part = Math.min(count - done, PAGE - at);
            System.arraycopy(page(place / PAGE), at, into, done, part);
            done += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (file.isPresent()) {
            file.get().close();
        }
    }

    private void putAway() throws IOException {
        if (pages.size() < PAGES_IN_MEMORY) {
            pages.add(filling);
            filling = new byte[PAGE];
            return;
        }
        if (file.isEmpty()) {
            Files.createDirectories(folder);
            file = Optional.of(FileChannel.open(
                    Files.createTempFile(folder, "spilled-", ".tmp"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        }
        ByteBuffer page = ByteBuffer.wrap(filling);
        while (page.hasRemaining()) {
            file.get().write(page);
        }
    }

    private byte[] page(long number) throws IOException {
        if (number < pages.size()) {
            return pages.get((int) number);
        }
        if (number == length / PAGE || file.isEmpty()) {
            return filling;
        }
        byte[] known = readBack.get(number);
        if (known != null) {
            return known;
        }
        byte[] bytes = new byte[PAGE];
        ByteBuffer page = ByteBuffer.wrap(bytes);
        long at = (number - PAGES_IN_MEMORY) * PAGE;
        while (page.hasRemaining() && file.get().read(page, at + page.position()) >= 0) {
            // a channel may give less than it is asked for
        }
        readBack.put(number, bytes);
        return bytes;
    }
}
