package id.jembatan.faults;

import id.jembatan.disk.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What of a home is really on the disk, while its files are what the system holds in memory: of a file what was forced, of
 * a folder the names that stood in it when it was forced. A power cut leaves that, or part of what came after it. A
 * renaming is on the disk when either of its two folders was forced, and in both at once; all else is as POSIX promises, which is less
 * than what ext4 does. Modes are not kept.
 */
final class Platter {

    /** What the disk had time for, beyond what it was told to keep. */
    enum Left {
        /** Nothing. */
        FORCED,
        /** Every name, and of contents nothing: the empty file under its final name. */
        NAMES,
        /** Every name, and of contents every other block. */
        NAMES_AND_BLOCKS
    }

    private static final int BLOCK = 512;

    private final Path home;
    private final Folder root;
    private final List<Renaming> renamings = new ArrayList<>();
    private Optional<Folder> cut = Optional.empty();

    private interface Node {}

    /** A file and what was forced of it. */
    private static final class Content implements Node {
        private byte[] forced;
        private final FileTime time;

        Content(byte[] forced, FileTime time) {
            this.forced = forced;
            this.time = time;
        }
    }

    /** A folder as it is, and as it was when it was forced. */
    private static final class Folder implements Node {
        private final Map<String, Node> names = new TreeMap<>();
        private Map<String, Node> forced = Map.of();
    }

    private record Renaming(Folder from, String was, Folder to, String is, Node node) {}

    /** All that lies in the home now was forced long ago. */
    Platter(Path home) throws IOException {
        this.home = SteppedPath.real(home);
        this.root = read(this.home);
    }

    private static Folder read(Path folder) throws IOException {
        Folder read = new Folder();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                read.names.put(name(entry), Files.isDirectory(entry) ? read(entry) : content(entry));
            }
        }
        read.forced = Map.copyOf(read.names);
        return read;
    }

    private static Content content(Path file) throws IOException {
        return new Content(Files.readAllBytes(file), Files.getLastModifiedTime(file));
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    /** A file or folder has come to be. */
    synchronized void made(Path path, boolean folder) {
        if (isWatched(path)) {
            folderOf(path)
                    .names
                    .putIfAbsent(name(path), folder ? new Folder() : new Content(new byte[0], FileTime.fromMillis(0)));
        }
    }

    synchronized void removed(Path path) {
        if (isWatched(path)) {
            folderOf(path).names.remove(name(path));
        }
    }

    synchronized void renamed(Path from, Path to) {
        if (!isWatched(from)) {
            return;
        }
        Folder source = folderOf(from);
        Folder target = folderOf(to);
        Node node = Objects.requireNonNull(source.names.remove(name(from)), () -> "unknown: " + from);
        target.names.put(name(to), node);
        renamings.add(new Renaming(source, name(from), target, name(to), node));
    }

    /** The disk has what the file or folder holds now. */
    synchronized void forced(Path path) throws IOException {
        if (!isWatched(path)) {
            return;
        }
        Node node = find(path);
        if (node instanceof Folder folder) {
            force(folder);
        } else if (node instanceof Content content) {
            content.forced = Files.readAllBytes(path);
        }
    }

    private boolean isWatched(Path path) {
        return cut.isEmpty() && path.startsWith(home);
    }

    private void force(Folder folder) {
        for (Renaming each : renamings) {
            if (each.from == folder || each.to == folder) {
                Folder other = each.from == folder ? each.to : each.from;
                Map<String, Node> names = new TreeMap<>(other.forced);
                if (other == each.to) {
                    names.put(each.is, each.node);
                } else {
                    names.remove(each.was, each.node);
                }
                other.forced = names;
            }
        }
        renamings.removeIf(each -> each.from == folder || each.to == folder);
        folder.forced = new TreeMap<>(folder.names);
    }

    private Folder folderOf(Path path) {
        return (Folder) find(path.getParent());
    }

    private Node find(Path path) {
        Node node = root;
        for (Path name : home.relativize(path)) {
            if (!name.toString().isEmpty()) {
                node = Objects.requireNonNull(((Folder) node).names.get(name.toString()), () -> "unknown: " + path);
            }
        }
        return node;
    }

    /** The power goes: what is done from now on never reaches the disk. */
    synchronized void cut(Left left) {
        try {
            cut = Optional.of(survivors(root, home, left));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Folder survivors(Folder folder, Path now, Left left) throws IOException {
        Folder survived = new Folder();
        Map<String, Node> names = left == Left.FORCED ? folder.forced : folder.names;
        for (Map.Entry<String, Node> each : names.entrySet()) {
            Path path = now.resolve(each.getKey());
            survived.names.put(
                    each.getKey(),
                    each.getValue() instanceof Folder inner
                            ? survivors(inner, path, left)
                            : survivor((Content) each.getValue(), path, left));
        }
        return survived;
    }

    private static Content survivor(Content content, Path now, Left left) throws IOException {
        byte[] bytes = content.forced;
        if (left == Left.NAMES_AND_BLOCKS) {
            byte[] current = Files.readAllBytes(now);
            bytes = current.clone();
            for (int from = 0; from < current.length; from += 2 * BLOCK) {
                int to = Math.min(from + BLOCK, current.length);
                Arrays.fill(bytes, from, to, (byte) 0);
                int old = Math.min(to, content.forced.length);
                if (from < old) {
                    System.arraycopy(content.forced, from, bytes, from, old - from);
                }
            }
        }
        FileTime time = content.time;
        try {
            time = Files.getLastModifiedTime(now);
        } catch (NoSuchFileException removedSince) {
            // its name was not forced away: it comes back as it was
        }
        return new Content(bytes, time);
    }

    /** Lays on the real disk what the power cut has left; nothing where the power did not go. */
    void restore() {
        cut.ifPresent(left -> {
            try {
                Durable.removeAll(home);
                write(left, home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void write(Folder folder, Path to) throws IOException {
        Files.createDirectories(to);
        for (Map.Entry<String, Node> each : folder.names.entrySet()) {
            Path path = to.resolve(each.getKey());
            if (each.getValue() instanceof Folder inner) {
                write(inner, path);
            } else {
                Content content = (Content) each.getValue();
                Files.write(path, content.forced);
                Files.setLastModifiedTime(path, content.time);
            }
        }
    }
}
