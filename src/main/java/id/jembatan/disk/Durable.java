package id.jembatan.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Files and folders that are whole or not there, on a POSIX file system. */
public final class Durable {

    private static final Set<PosixFilePermission> OWNER_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> READ_ONLY = PosixFilePermissions.fromString("r--------");

    private Durable() {}

    /**
     * Makes the folder and those above it, for the owner only, or for the group of the folder in which they are made; one
     * that exists stays as it is. They survive a power cut.
     */
    public static void makeFolders(Path folder) throws IOException {
        makeFolders(List.of(folder));
    }

    /** The same of many, and each of those above them is waited for once. */
    public static void makeFolders(Collection<Path> folders) throws IOException {
        Set<Path> grown = new LinkedHashSet<>();
        for (Path folder : folders) {
            make(folder, grown);
        }
        for (Path above : grown) {
            sync(above);
        }
    }

    private static void make(Path folder, Set<Path> grown) throws IOException {
        Path above = folder.toAbsolutePath().getParent();
        if (above == null || Files.isDirectory(folder)) {
            return;
        }
        make(above, grown);
        Files.createDirectories(folder, ownersOnly(folder, OWNER_FOLDER));
        GroupFolders.adopt(folder, above);
        grown.add(above);
    }

    /** An empty file for the owner only; what was there is gone. */
    public static void makeFile(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, ownersOnly(file, OWNER_FILE));
    }

    public static void makeReadOnly(Path file) throws IOException {
        setMode(file, READ_ONLY);
    }

    /** Windows, where a clerk checks his list, has no modes; there a folder's rights are those of the one above it. */
    private static boolean hasModes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownersOnly(Path path, Set<PosixFilePermission> mode) {
        return hasModes(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[] {};
    }

    private static void setMode(Path file, Set<PosixFilePermission> mode) throws IOException {
        if (hasModes(file)) {
            Files.setPosixFilePermissions(file, mode);
        }
    }

    /** Waits until the file's or folder's content is on the disk. */
    public static void sync(Path path) throws IOException {
        if (!hasModes(path) && Files.isDirectory(path)) {
            return; // Windows opens no folder
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Gives a finished file its name, in one step that survives a power cut. */
    public static void publishFile(Path unfinished, Path file) throws IOException {
        GroupFolders.adopt(unfinished, file.toAbsolutePath().getParent());
        sync(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        syncParent(file);
    }

    /**
     * Gives a finished folder its name. When that name is taken, the old folder is first set aside under a name that
     * begins with a dot and then removed, so that for a moment there may be none, and never half of one.
     */
    public static void publishFolder(Path unfinished, Path folder) throws IOException {
        closeForOthers(unfinished);
        GroupFolders.adopt(unfinished, folder.toAbsolutePath().getParent());
        syncAll(unfinished);
        Path old = folder.resolveSibling("." + folder.getFileName() + ".old");
        removeAll(old);
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        syncParent(folder);
        removeAll(old);
    }

    /** Makes what a library wrote with the process's own mode readable to the owner only. */
    public static void closeForOthers(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                setMode(file, OWNER_FILE);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Waits until every file in the folder, and the folder itself, is on the disk. */
    public static void syncAll(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                sync(file);
                return FileVisitResult.CONTINUE;
            }
        });
        sync(folder);
    }

    /** Removes a file, or a folder with all that is in it; links are removed and not followed. */
    public static void removeAll(Path path) throws IOException {
        if (!Files.isDirectory(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            Files.deleteIfExists(path);
            return;
        }
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    public static void syncParent(Path path) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            sync(parent);
        }
    }
}
