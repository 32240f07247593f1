package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The name under which a process holds drops, with a folder of its own in {@code work/}: the first free one of
 * {@code node1-1}, {@code node1-2} … A process that dies leaves its name free at once, so whoever starts next knows what
 * it held.
 */
final class Node implements AutoCloseable {

    private static final String LOCK = ".lock";

    private final Path folder;
    private final Turn turn;

    private Node(Path folder, Turn turn) {
        this.folder = folder;
        this.turn = turn;
    }

    /** Takes the first free name, and clears what an earlier holder left unfinished in its folder. */
    static Node take(Path work, String prefix) throws IOException {
        for (int i = 1; ; i++) {
            Path folder = work.resolve(prefix + "-" + i);
            Durable.makeFolders(folder);
            Optional<Turn> turn = Turn.tryTake(folder.resolve(LOCK));
            if (turn.isPresent()) {
                clear(folder);
                return new Node(folder, turn.get());
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        for (Path left : list(folder)) {
            if (!left.getFileName().toString().equals(LOCK)) {
                Durable.removeAll(left);
            }
        }
    }

    /** Names of this machine that no living process has. */
    List<String> listDead(String prefix) throws IOException {
        List<String> dead = new ArrayList<>();
        for (Path other : list(folder.resolveSibling("."))) {
            String name = other.getFileName().toString();
            if (name.startsWith(prefix + "-") && !name.equals(name())) {
                Optional<Turn> free = Turn.tryTake(other.resolve(LOCK));
                if (free.isPresent()) {
                    free.get().close();
                    dead.add(name);
                }
            }
        }
        return dead;
    }

    /** Names that living processes have, of whatever machine. */
    static List<String> listLiving(Path work) throws IOException {
        List<String> living = new ArrayList<>();
        for (Path folder : list(work)) {
            if (Files.isDirectory(folder) && Turn.isTaken(folder.resolve(LOCK))) {
                living.add(folder.getFileName().toString());
            }
        }
        return living;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        turn.close();
    }
}
