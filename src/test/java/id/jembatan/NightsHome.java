package id.jembatan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.cli.Told;
import id.jembatan.disk.Journal;
import id.jembatan.register.Database;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A home on disk with a configuration of its own, whose commands run here, or in a process that is killed. */
final class NightsHome {

    private final Path folder;
    private final Path config;
    private final Database database;
    private String url;
    private Instant modified = Instant.parse("2025-01-01T00:00:00Z");

    NightsHome(Path folder, Path config, Database database) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.config = config;
        this.database = database;
        this.url = database == Database.H2 ? "" : database.newUrl();
    }

    /**
     * What an operator types.
     *
     * @param typed what is asked for on standard input
     */
    record Command(LocalDate on, String typed, List<String> words) {}

    Path folder() {
        return folder;
    }

    /** Puts a file there whole, a minute younger than the one before. */
    void put(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        modified = modified.plusSeconds(60);
        Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    Told run(Command command) {
        InputStream in = System.in;
        System.setIn(new ByteArrayInputStream(command.typed().getBytes(StandardCharsets.UTF_8)));
        try {
            Told told = Told.by(arguments(command).toArray(String[]::new));
            assertTrue(told.exit() <= 1, command.words() + " ended with " + told.exit() + ": " + told.err());
            return told;
        } finally {
            System.setIn(in);
        }
    }

    /** Kills the command so long after it has written so many records; one that ends before is not harmed. */
    void kill(Command command, long records, long millis) throws IOException, InterruptedException {
        Path typed = Files.writeString(folder.resolve("typed.txt"), command.typed());
        JournalWatch journal = new JournalWatch(folder);
        long enough = journal.count() + records;
        List<String> line = ProgramJava.line("-Djembatan.log.own=WARN");
        line.addAll(arguments(command));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectInput(typed.toFile())
                .redirectOutput(new File(folder.toFile(), "process.log"))
                .start();
        while (process.isAlive() && journal.count() < enough) {
            process.waitFor(2, TimeUnit.MILLISECONDS);
        }
        process.waitFor(millis, TimeUnit.MILLISECONDS);
        process.destroyForcibly();
        assertTrue(process.waitFor(10, TimeUnit.SECONDS), "the process is dead");
    }

    private List<String> arguments(Command command) {
        List<String> arguments = new ArrayList<>(List.of(
                "--home",
                folder.toString(),
                "--config",
                config.toString(),
                "--set",
                "jembatan.today=" + command.on(),
                "--set",
                "jembatan.faults.retries=0"));
        if (!url.isEmpty()) {
            arguments.addAll(List.of("--set", "jembatan.db.url=" + url));
            arguments.addAll(List.of("--set", "jembatan.db.user=" + Database.USER));
            arguments.addAll(List.of("--set", "jembatan.db.password=" + Database.PASSWORD));
        }
        arguments.addAll(command.words());
        return arguments;
    }

    long countRecords() throws IOException {
        return new JournalWatch(folder).count();
    }

    /** Those that were written after so many. */
    List<String> recordsAfter(long count) throws IOException {
        List<String> records = new ArrayList<>();
        for (Path file : new Journal(folder.resolve("journal")).files()) {
            records.addAll(Files.readAllLines(file));
        }
        return records.subList((int) Math.min(count, records.size()), records.size());
    }

    /** What was decided, each once: a command that is given again after a kill may decide the same again. */
    List<String> listRecords() throws IOException {
        TreeSet<String> records = new TreeSet<>();
        for (Path file : new Journal(folder.resolve("journal")).files()) {
            for (String line : Files.readAllLines(file)) {
                records.add(line.replaceFirst("\"seq\":[0-9]+,", ""));
            }
        }
        return List.copyOf(records);
    }

    /** The register is gone, and with it all that was published. */
    void lose() throws IOException {
        if (url.isEmpty()) {
            remove(folder.resolve("db"));
            Files.createDirectories(folder.resolve("db"));
        } else {
            url = database.newUrl();
        }
        remove(folder.resolve("reply"));
        remove(folder.resolve("outbound"));
    }

    private static void remove(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    Map<String, String> register() throws SQLException {
        try (Connection connection = connect()) {
            return RegisterDump.of(connection);
        }
    }

    Connection connect() throws SQLException {
        return url.isEmpty()
                ? DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("db/register").toAbsolutePath(), "jembatan", "")
                : DriverManager.getConnection(url, Database.USER, Database.PASSWORD);
    }

    /** What lies in some folders of the home, in hexadecimal digits. */
    Map<String, String> files(String... parts) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String part : parts) {
            for (Path file : listFiles(folder.resolve(part))) {
                files.put(folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    static List<Path> listFiles(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
