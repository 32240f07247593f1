package id.jembatan.faults;

import id.jembatan.faults.Steps.Asked;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Java's own default file system, each step of which is counted and can fail. A process that is started with
 * {@code -Djava.nio.file.spi.DefaultFileSystemProvider=}this class has it under every path, and knows nothing of it.
 */
public final class SteppedFileSystemProvider extends FileSystemProvider {

    private final FileSystemProvider real;
    private final SteppedFileSystem system;

    /** As the Java that starts calls it. */
    public SteppedFileSystemProvider(FileSystemProvider real) {
        this.real = real;
        this.system = new SteppedFileSystem(this, real.getFileSystem(URI.create("file:///")));
    }

    private void step(Asked asked, String what, Path path) throws IOException {
        if (SteppedPath.isOfAHome(path)) {
            Steps.onDisk(asked, what + " " + SteppedPath.inHome(path));
        } else if (Steps.hitsTheRegister() && SteppedPath.isOfTheRegister(path)) {
            Steps.onDisk(asked.ofTheRegister(), what + " " + SteppedPath.inHome(path));
        }
    }

    private static Path real(Path path) {
        return SteppedPath.real(path);
    }

    private static Path absolute(Path path) {
        return real(path).toAbsolutePath().normalize();
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean writes = options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
        step(writes ? Asked.WRITE : Asked.READ, writes ? "open to write" : "open", path);
        FileChannel channel = real.newFileChannel(real(path), options, attributes);
        if (writes && !options.contains(StandardOpenOption.DELETE_ON_CLOSE)) {
            Steps.platter().ifPresent(platter -> platter.made(absolute(path), false));
        }
        if (SteppedPath.isOfAHome(path)) {
            return new SteppedChannel(channel, SteppedPath.inHome(path), absolute(path), false);
        }
        if (Steps.hitsTheRegister() && SteppedPath.isOfTheRegister(path)) {
            return new SteppedChannel(channel, SteppedPath.inHome(path), absolute(path), true);
        }
        if (path.endsWith("db/register.lock")) {
            Steps.opened(channel); // its lock goes with the process
        }
        return Steps.platter().isPresent() ? new ForcedChannel(channel, absolute(path)) : channel;
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        step(Asked.READ, "list", folder);
        DirectoryStream<Path> entries = real.newDirectoryStream(real(folder), entry -> filter.accept(wrap(entry)));
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return StreamSupport.stream(entries.spliterator(), false)
                        .map(SteppedFileSystemProvider.this::wrap)
                        .iterator();
            }

            @Override
            public void close() throws IOException {
                entries.close();
            }
        };
    }

    private Path wrap(Path path) {
        return new SteppedPath(system, path);
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        step(Asked.WRITE, "make folder", folder);
        real.createDirectory(real(folder), attributes);
        Steps.platter().ifPresent(platter -> platter.made(absolute(folder), true));
    }

    @Override
    public void delete(Path path) throws IOException {
        step(Asked.READ, "delete", path); // a full disk lets go
        real.delete(real(path));
        Steps.platter().ifPresent(platter -> platter.removed(absolute(path)));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
        step(Asked.WRITE, "copy to", target);
        real.copy(real(source), real(target), options);
        Steps.platter().ifPresent(platter -> platter.made(absolute(target), false));
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        step(Asked.WRITE, "move to", target);
        real.move(real(source), real(target), options);
        Steps.platter().ifPresent(platter -> platter.renamed(absolute(source), absolute(target)));
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) throws IOException {
        step(Asked.WRITE, "set " + attribute, path);
        real.setAttribute(real(path), attribute, value, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), attributes, options);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        real.createSymbolicLink(real(link), real(target), attributes);
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        real.createLink(real(link), real(existing));
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return wrap(real.readSymbolicLink(real(link)));
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) throws IOException {
        return real.newFileSystem(uri, environment);
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        return wrap(real.getPath(uri));
    }
}
