package id.jembatan.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that tries to take a lock: whether locks hold between processes can be told in no other way. */
public final class LockProbe {

    private static final int HELD = 0;
    private static final int FREE = 1;
    private static final long PATIENCE_S = 30;

    private LockProbe() {}

    /** The only argument is the file. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            System.exit(lock == null ? HELD : FREE);
        }
    }

    /** Whether a lock that this process has on the file keeps another process out, and lets it in when it is given back. */
    static boolean keepsOthersOut(Path file) throws IOException, InterruptedException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            FileLock lock = channel.tryLock();
            if (lock == null || ask(file) != HELD) {
                return false;
            }
            lock.release();
            return ask(file) == FREE;
        }
    }

    private static int ask(Path file) throws IOException, InterruptedException {
        Process other = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockProbe.class.getName(),
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!other.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            other.destroyForcibly();
            throw new IOException("another process does not come back from a lock");
        }
        return other.exitValue();
    }
}
