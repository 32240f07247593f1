package id.jembatan.stage;

import id.jembatan.disk.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.h2.tools.Server;

/**
 * The H2 file of a home, shared by the processes that work in it: the first one opens the file and lets the others in
 * through a port of 127.0.0.1, under a key that only the home's owner can read. H2's own mixed mode would do the same,
 * but closes the file at the first signal, before the drop in hand is finished.
 */
final class EmbeddedRegister implements AutoCloseable {

    static final String FILE = "register";
    private static final int KEY_BYTES = 24;

    private final String url;
    private final Optional<Opened> opened;

    private EmbeddedRegister(String url, Optional<Opened> opened) {
        this.url = url;
        this.opened = opened;
    }

    /** What the process that has the file must give back. */
    private record Opened(FileChannel channel, FileLock lock, Server server) {}

    /**
     * Opens the file, or finds the process that has it open.
     *
     * @param folder the home's {@code db/}
     * @param options appended to the address of the file
     */
    static EmbeddedRegister open(Path folder, String options) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.resolve(FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return new EmbeddedRegister(readAddress(folder), Optional.empty());
            }
            String key = newKey();
            String file = folder.resolve(FILE).toAbsolutePath().toString();
            Server server = serve(key, file);
            writeAddress(folder, "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + key);
            return new EmbeddedRegister(
                    "jdbc:h2:file:" + file + options, Optional.of(new Opened(channel, lock, server)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Server serve(String key, String file) {
        System.setProperty("h2.bindAddress", "127.0.0.1");
        try {
            return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifExists", "-key", key, file)
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot let other processes into the register", e);
        }
    }

    private static String newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return HexFormat.of().formatHex(key);
    }

    private static Path address(Path folder) {
        return folder.resolve(FILE + ".address");
    }

    private static void writeAddress(Path folder, String address) throws IOException {
        Path unfinished = folder.resolve("." + FILE + ".address");
        Durable.makeFile(unfinished);
        Files.write(unfinished, List.of(address));
        Durable.publishFile(unfinished, address(folder));
    }

    private static String readAddress(Path folder) throws IOException {
        return Files.readString(address(folder)).strip();
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        opened.ifPresent(EmbeddedRegister::giveBack);
    }

    private static void giveBack(Opened opened) {
        opened.server().stop();
        try {
            opened.lock().release();
            opened.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
