package id.jembatan.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * One at a time, over all threads and processes that work in a home: a lock on a file, which the system gives back when
 * its process dies.
 */
public final class Turn implements AutoCloseable {

    /** Locks of files hold for a process; its own threads take turns here. */
    private static final Map<Path, Semaphore> THREADS = new ConcurrentHashMap<>();

    private final Semaphore threads;
    private final FileChannel channel;
    private final FileLock lock;

    private Turn(Semaphore threads, FileChannel channel, FileLock lock) {
        this.threads = threads;
        this.channel = channel;
        this.lock = lock;
    }

    /** Waits for the turn, which lasts until it is closed. */
    public static Turn take(Path file) throws IOException {
        Semaphore threads = threadsOf(file);
        threads.acquireUninterruptibly();
        FileChannel channel = null;
        boolean ours = false;
        try {
            channel = open(file);
            Turn turn = new Turn(threads, channel, channel.lock());
            ours = true;
            return turn;
        } finally { // an error of the machine, too: whoever comes next would wait for ever
            if (!ours) {
                giveUp(threads, channel);
            }
        }
    }

    /** Takes the turn if nobody has it. */
    public static Optional<Turn> tryTake(Path file) throws IOException {
        Semaphore threads = threadsOf(file);
        if (!threads.tryAcquire()) {
            return Optional.empty();
        }
        FileChannel channel = null;
        boolean ours = false;
        try {
            channel = open(file);
            FileLock lock = channel.tryLock();
            ours = lock != null;
            return ours ? Optional.of(new Turn(threads, channel, lock)) : Optional.empty();
        } finally {
            if (!ours) {
                giveUp(threads, channel);
            }
        }
    }

    /** Whether somebody has the turn just now; asking takes it from nobody. */
    public static synchronized boolean isTaken(Path file) throws IOException {
        if (threadsOf(file).availablePermits() == 0) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    private static Semaphore threadsOf(Path file) {
        return THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), path -> new Semaphore(1));
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void giveUp(Semaphore threads, @org.jspecify.annotations.Nullable FileChannel channel)
            throws IOException {
        threads.release();
        if (channel != null) {
            channel.close();
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            threads.release();
        }
    }
}
