package id.jembatan.faults;

import id.jembatan.RegisterDump;
import id.jembatan.cli.Told;
import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * A home whose commands run here, each as if it were a process of its own, and are watched step by step.
 *
 * @param url of its register; empty for the embedded one
 */
record SteppedHome(Path folder, Optional<String> url) {

    private static final List<String> PUBLISHED = List.of("reply", "outbound", "archive", "parked");
    private static final long PATIENCE_S = 60;
    private static final long A_MOMENT_MS = 20;
    private static final int DIED = 1000;

    /** A command that does not end is a fault of its own. */
    static final int HANGS = -1;

    /**
     * How a command ended.
     *
     * @param steps what could have failed in it
     */
    record Ended(int exit, String said, Steps.Count steps) {}

    static SteppedHome in(Path parent, Optional<String> url) throws IOException {
        return new SteppedHome(Files.createDirectories(Path.of(parent.toAbsolutePath() + SteppedPath.HOME)), url);
    }

    /** Runs a command in which the n-th step that the fault can hit fails. */
    Ended run(List<String> command, Fault fault, long nth) throws IOException, InterruptedException {
        ThreadGroup threads = new ThreadGroup("command");
        AtomicReference<Told> told = new AtomicReference<>(new Told(HANGS, "", ""));
        Thread main = new Thread(threads, () -> told.set(tell(command)), "command");
        Optional<Platter> platter = fault.left().isPresent() ? Optional.of(new Platter(folder)) : Optional.empty();
        Steps.watch(threads, fault, nth, platter);
        main.start();
        boolean died = waitFor(main);
        String stuck = main.isAlive() ? Arrays.toString(main.getStackTrace()) : "";
        Steps.Count steps = Steps.end();
        platter.ifPresent(Platter::restore);
        int exit = died && told.get().exit() == HANGS ? DIED : told.get().exit();
        return new Ended(exit, stuck + told.get().out() + told.get().err(), steps);
    }

    /** Nobody waits for what a dead process would still do; whether it is one. */
    private static boolean waitFor(Thread main) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_S);
        while (main.isAlive() && !Steps.isDead() && System.nanoTime() < end) {
            main.join(A_MOMENT_MS);
        }
        if (Steps.isDead()) {
            main.join(A_MOMENT_MS * 10);
        }
        return Steps.isDead();
    }

    /** What no handler caught ends the process with a stack of calls, as Java does. */
    private Told tell(List<String> command) {
        try {
            return Told.by(arguments(command).toArray(String[]::new));
        } catch (Throwable ends) {
            return new Told(DIED, "", ends.toString());
        }
    }

    Ended run(List<String> command) throws IOException, InterruptedException {
        return run(command, Fault.NONE, 0);
    }

    private List<String> arguments(List<String> command) {
        List<String> arguments = new ArrayList<>(List.of("--home", folder.toString()));
        Map<String, String> settings = new TreeMap<>(Map.of(
                "jembatan.today", "2025-06-02",
                "jembatan.intake.delay", "20",
                "jembatan.read.threads", "1",
                "jembatan.faults.delay", "1"));
        url.ifPresent(address -> settings.putAll(Map.of(
                "jembatan.db.url", address,
                "jembatan.db.user", Database.USER,
                "jembatan.db.password", Database.PASSWORD)));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        arguments.addAll(command);
        return arguments;
    }

    /** Everything that people, the branch, an auditor or a rebuild would see, by name. */
    Map<String, String> state() throws IOException, SQLException {
        Map<String, String> state = new TreeMap<>(published());
        state.putAll(files("drop"));
        state.putAll(files("answer"));
        // a restart may receive the next file before it finishes the last: the records are the same, not their order
        List<String> records = new ArrayList<>();
        for (Path file : list(folder.resolve("journal"))) {
            if (file.getFileName().toString().matches("[0-9-]+\\.ndjson")) {
                records.addAll(Files.readAllLines(file));
            }
        }
        records.replaceAll(record -> record.replaceFirst("\"seq\":[0-9]+,", ""));
        records.sort(String::compareTo);
        for (int i = 0; i < records.size(); i++) {
            state.put("journal record " + i, records.get(i));
        }
        try (Connection register = connect()) {
            RegisterDump.of(register).forEach((table, rows) -> state.put("table " + table, rows));
            state.remove("table journal_mark"); // which record is the last; each start proves it against the journal
        }
        return state;
    }

    private Connection connect() throws SQLException {
        return url.isEmpty()
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("db/register").toAbsolutePath(), "jembatan", "")
                : DriverManager.getConnection(url.get(), Database.USER, Database.PASSWORD);
    }

    /** What others can see, as bytes; names that begin with a dot are nobody's yet. */
    Map<String, String> published() throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : PUBLISHED) {
            files.putAll(files(part));
        }
        files.keySet().removeIf(name -> name.contains("/."));
        return files;
    }

    private Map<String, String> files(String part) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (Path file : list(folder.resolve(part))) {
            files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return files;
    }

    private static List<Path> list(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** The same home at another place, with another register. */
    SteppedHome copyTo(Path parent, Optional<String> newUrl) throws IOException {
        SteppedHome copy = in(parent, newUrl);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.folder.resolve(folder.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copy;
    }
}
