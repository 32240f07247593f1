package id.jembatan.faults;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path whose steps are counted when it lies in a home: the real path, under a file system of ours. */
final class SteppedPath implements Path {

    /** Homes are folders of this name. */
    static final String HOME = "/home-of-steps/";

    /** Where the embedded database has its own files. */
    private static final String REGISTER = HOME + "db/";

    private final SteppedFileSystem system;
    private final Path real;

    SteppedPath(SteppedFileSystem system, Path real) {
        this.system = system;
        this.real = real;
    }

    static Path real(Path path) {
        return path instanceof SteppedPath stepped ? stepped.real : path;
    }

    static boolean isOfAHome(Path path) {
        String text = real(path).toAbsolutePath().toString();
        return text.contains(HOME) && !text.contains(REGISTER);
    }

    /** Whether it is one of the embedded database's own files. */
    static boolean isOfTheRegister(Path path) {
        String text = real(path).toAbsolutePath().toString();
        return text.contains(REGISTER) && !text.endsWith(".lock");
    }

    static String inHome(Path path) {
        String text = real(path).toAbsolutePath().toString();
        return text.substring(text.indexOf(HOME) + HOME.length());
    }

    private Path wrap(Path path) {
        return new SteppedPath(system, path);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
        return wrapIfThere(real.getRoot());
    }

    @Override
    public Path getFileName() {
        return wrapIfThere(real.getFileName());
    }

    @Override
    public Path getParent() {
        return wrapIfThere(real.getParent());
    }

    private Path wrapIfThere(Path path) {
        return path == null ? null : wrap(path);
    }

    @Override
    public int getNameCount() {
        return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return wrap(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return wrap(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
        return wrap(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return wrap(real.resolve(real(other)));
    }

    @Override
    public Path relativize(Path other) {
        return wrap(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
        return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return wrap(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return wrap(real.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers)
            throws IOException {
        return real.register(watcher, events, modifiers);
    }

    @Override
    public int compareTo(Path other) {
        return real.compareTo(real(other));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SteppedPath path && real.equals(path.real);
    }

    @Override
    public int hashCode() {
        return real.hashCode();
    }

    @Override
    public String toString() {
        return real.toString();
    }
}
