package id.jembatan.stage;

import id.jembatan.disk.Durable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.h2.api.ErrorCode;
import org.h2.tools.Server;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * The H2 file of a home, shared by the processes that work in it: the first one opens the file and lets the others in
 * through a port of 127.0.0.1, under a key that only the home's owner can read. When it ends, one of the others opens the
 * file. H2's own mixed mode would do the same, but closes the file at the first signal, before the drop in hand is
 * finished.
 */
final class EmbeddedRegister extends AbstractDataSource implements AutoCloseable {

    static final String FILE = "register";
    private static final int KEY_BYTES = 24;
    private static final long A_MOMENT_MS = 20;

    private final Path folder;
    private final String options;
    private final long patienceMs;
    private volatile boolean known;
    private volatile int loginTimeoutS;
    private Optional<Opened> opened = Optional.empty();
    private boolean closed;

    /**
     * Works in the file of that folder; nothing is opened before the first connection is asked for.
     *
     * @param folder the home's {@code db/}
     * @param options appended to the address of the file
     * @param patienceMs how long the first connection is waited for
     */
    EmbeddedRegister(Path folder, String options, long patienceMs) {
        this.folder = folder;
        this.options = options;
        this.patienceMs = patienceMs;
    }

    /** What the process that has the file must give back. */
    private record Opened(FileChannel channel, FileLock lock, Server server) {}

    @Override
    public Connection getConnection() {
        throw new UnsupportedOperationException("the register asks for a user");
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeoutS = seconds;
    }

    /** So long at most the pool waits, when it closes, for a connection that it is making: else it says that it did not. */
    @Override
    public int getLoginTimeout() {
        return loginTimeoutS;
    }

    /**
     * A connection to the file, which this process opens if no other has it, else through the one that has. That one may
     * be about to end, or have begun a moment ago: the first time this tries again for a while. A file that this process has
     * for itself and cannot use does not mend.
     */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        while (true) {
            try {
                Connection connection = DriverManager.getConnection(address(), user, password);
                known = true;
                return connection;
            } catch (SQLException e) {
                if (known || !mayPass(e) || System.nanoTime() - end > 0 || !waitAMoment()) {
                    throw e;
                }
            }
        }
    }

    private boolean mayPass(SQLException fault) {
        return !isServing() || fault.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1;
    }

    private static boolean waitAMoment() {
        try {
            Thread.sleep(A_MOMENT_MS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized String address() throws SQLException {
        try {
            if (!closed && opened.isEmpty()) {
                opened = open();
            }
            return opened.isPresent() ? "jdbc:h2:file:" + file() + options : readAddress();
        } catch (NoSuchFileException e) {
            throw new SQLNonTransientConnectionException("nobody has let others into the register yet", "08001", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Opened> open() throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        boolean ours = false;
        try {
            Opened ready = letOthersIn(channel, lock);
            ours = true;
            return Optional.of(ready);
        } finally { // on a full disk, say: with the lock left behind nobody could open it when there is room again
            if (!ours) {
                channel.close();
            }
        }
    }

    private Opened letOthersIn(FileChannel channel, FileLock lock) throws IOException {
        String key = newKey();
        Server server = serve(key, file());
        boolean told = false;
        try {
            writeAddress("jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + key);
            told = true;
            return new Opened(channel, lock, server);
        } finally {
            if (!told) {
                server.stop();
            }
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

    private String file() {
        return folder.resolve(FILE).toAbsolutePath().toString();
    }

    private Path addressFile() {
        return folder.resolve(FILE + ".address");
    }

    private void writeAddress(String address) throws IOException {
        Path unfinished = folder.resolve("." + FILE + ".address");
        Durable.makeFile(unfinished);
        Files.write(unfinished, List.of(address));
        Durable.publishFile(unfinished, addressFile());
    }

    private String readAddress() throws IOException {
        return Files.readString(addressFile()).strip();
    }

    /** Whether others come to the file through this process. */
    synchronized boolean isServing() {
        return opened.isPresent();
    }

    /** Gives the file back: the next of the others that wants to work opens it. */
    @Override
    public synchronized void close() {
        closed = true;
        opened.ifPresent(EmbeddedRegister::giveBack);
        opened = Optional.empty();
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
