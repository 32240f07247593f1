package id.jembatan.stage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.store.fs.FilePath;

/**
 * Gives room in the embedded register's file back. H2 writes what a commit changed behind the rest and leaves what it
 * replaces; its own thread that gathers the remains works only where commits are written later than they return. Here the
 * parts of the file that hold little are written together anew, a little at a time so that nobody waits long, and their
 * room is used by what comes next. The file does not become smaller by it, and what was live stays on the disk until what
 * replaces it has been there for H2's retention time: a power cut finds one or the other.
 */
final class Compaction {

    /** Live parts of what the file holds, in percent: a file has at most so much more than its data. */
    private static final int WANTED_FILL = 75;

    private static final int AT_A_TIME = 16 << 20;

    /** Room that must be on the disk: gathering writes before it gives anything back, and a full disk closes the register. */
    private static final long ROOM = 8L * AT_A_TIME;

    private static final long AT_MOST_NS = TimeUnit.MINUTES.toNanos(5);

    private Compaction() {}

    /** Does it, where this process itself has the file open; for another that does it is left. */
    static void run(Connection connection) throws SQLException {
        if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal own) {
            try (Statement statement = connection.createStatement()) {
                run(own.getDatabase().getStore().getMvStore(), statement);
            }
        }
    }

    private static void run(MVStore store, Statement statement) throws SQLException {
        long end = System.nanoTime() + AT_MOST_NS;
        while (hasRoom(store) && store.compact(WANTED_FILL, AT_A_TIME) && System.nanoTime() < end) {
            statement.execute("checkpoint sync"); // what was gathered is in memory until then
        }
    }

    /** A register that is in memory only has no file. */
    private static boolean hasRoom(MVStore store) {
        if (!store.isPersistent()) {
            return false;
        }
        String file = FilePath.get(store.getFileStore().getFileName()).unwrap().toString();
        try {
            return Files.getFileStore(Path.of(file)).getUsableSpace() >= ROOM;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
