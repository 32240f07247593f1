package id.jembatan.disk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Asks a disk or share whether it keeps what Jembatan relies on. Everything that it makes has a name beginning with
 * {@code .self-test}, which intake passes over, and is gone when it is closed.
 */
public final class DiskProbe implements AutoCloseable {

    private static final String NAME = ".self-test-";
    private static final byte[] BYTES = "self-test\n".getBytes(StandardCharsets.UTF_8);
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private final String name = NAME + UUID.randomUUID();
    private final List<Path> made = new ArrayList<>();

    /** Whether a file can be made, written and removed there. */
    public boolean isWritable(Path folder) {
        try {
            Files.delete(write(folder));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private Path write(Path folder) throws IOException {
        Path file = folder.resolve(name);
        made.add(file);
        Durable.makeFile(file);
        return Files.write(file, BYTES);
    }

    /** Whether a file, and a folder with something in it, move from one folder to the other in one step. */
    public boolean movesAtOnce(Path from, Path to) throws IOException {
        try {
            Path file = write(from);
            Path moved = to.resolve(name + "-moved");
            made.add(moved);
            Files.move(file, moved, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(moved);
            Path folder = from.resolve(name + "-folder");
            Path movedFolder = to.resolve(name + "-moved-folder");
            made.add(folder);
            made.add(movedFolder);
            Durable.makeFolders(folder);
            write(folder);
            Files.move(folder, movedFolder, StandardCopyOption.ATOMIC_MOVE);
            boolean whole = Files.exists(movedFolder.resolve(name)) && !Files.exists(folder);
            Durable.removeAll(movedFolder);
            return whole;
        } catch (AtomicMoveNotSupportedException e) {
            return false;
        }
    }

    /** How long it takes until a file and its folder are on the disk. */
    public Duration sync(Path folder) throws IOException {
        Path file = write(folder);
        long before = System.nanoTime();
        Durable.sync(file);
        Durable.sync(folder);
        long after = System.nanoTime();
        Files.delete(file);
        return Duration.ofNanos(after - before);
    }

    /** Whether a lock of one process keeps another one out. */
    public boolean keepsLocks(Path folder) throws IOException, InterruptedException {
        Path file = write(folder);
        boolean keeps = LockProbe.keepsOthersOut(file);
        Files.delete(file);
        return keeps;
    }

    /** Whether a name with letters of all kinds comes back as it was given. */
    public boolean keepsNames(Path folder) throws IOException {
        String odd = name + "-Pekalongan é ñ Жук 中文";
        Path file;
        try {
            file = folder.resolve(odd);
            made.add(file);
            Durable.makeFile(file);
        } catch (java.nio.file.InvalidPathException | IOException e) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            boolean found = files.anyMatch(each -> each.getFileName().toString().equals(odd));
            Files.delete(file);
            return found;
        }
    }

    /** Whether a file that is made for the owner only is that. */
    public boolean keepsModes(Path folder) throws IOException {
        Path file = write(folder);
        boolean keeps = isForOwnerOnly(file);
        Files.delete(file);
        return keeps;
    }

    /** Whether nobody but the owner has any right to it; true where there are no modes. */
    public static boolean isForOwnerOnly(Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return true;
        }
        return Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).stream()
                .noneMatch(OTHERS::contains);
    }

    /** How far the disk's clock is ahead of {@code now}, which is asked for at once. */
    public Duration clockAhead(Path folder, java.util.function.Supplier<Instant> now) throws IOException {
        Path file = write(folder);
        Instant ours = now.get();
        Instant disks = Files.getLastModifiedTime(file).toInstant();
        Files.delete(file);
        return Duration.between(ours, disks);
    }

    /** Bytes that are free for us. */
    public static long free(Path folder) throws IOException {
        FileStore store = Files.getFileStore(folder);
        return store.getUsableSpace();
    }

    /** Whether anything of an earlier probe lies in the folder: one that was killed. */
    public static List<Path> listLeft(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(NAME))
                    .toList();
        }
    }

    @Override
    public void close() throws IOException {
        for (Path path : made) {
            Durable.removeAll(path);
        }
    }
}
