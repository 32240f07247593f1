package id.jembatan.bench;

import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One list from {@code drop/} to its finished reply, in a process of its own with a small heap.
 *
 * @param rows as the reply counts them
 * @param seconds of the whole process, its start too
 * @param peakKilobytes of memory, resident
 */
record WholeWay(long rows, double seconds, long peakKilobytes) {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+([0-9]+) kB");

    double rate() {
        return rows / seconds;
    }

    /**
     * Copies the list into a new home and takes it in there.
     *
     * @param options as before the command
     */
    static WholeWay go(Path list, Path home, String heap, List<String> options)
            throws IOException, InterruptedException {
        Path drop = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Files.copy(list, drop.resolve(list.getFileName()));
        Run run = run(home, heap, options, "ingest");
        return new WholeWay(countRows(home.resolve("reply")), run.seconds(), run.peakKilobytes());
    }

    /** How long a process took, and how much resident memory it had at most. */
    record Run(double seconds, long peakKilobytes) {}

    /** One command in a process of its own; what it prints lies in the home. */
    static Run run(Path home, String heap, List<String> options, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "id.jembatan.cli.Jembatan",
                "--home",
                home.toString(),
                "--set",
                "jembatan.today=2025-06-02"));
        command.addAll(options);
        command.addAll(List.of(words));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("printed-" + words[0]).toFile())
                .start();
        long peak = 0;
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        while (!process.waitFor(200, TimeUnit.MILLISECONDS)) {
            Matcher matcher = PEAK.matcher(Files.exists(status) ? Files.readString(status) : "");
            peak = matcher.find() ? Long.parseLong(matcher.group(1)) : peak;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() > 1) {
            throw new IllegalStateException(words[0] + " ended with " + process.exitValue() + ": "
                    + Files.readString(home.resolve("printed-" + words[0])));
        }
        return new Run(seconds, peak);
    }

    /** What tells a command that its register rests in a new, empty database; nothing for the one in the home. */
    static List<String> options(Database database) {
        return database == Database.H2
                ? List.of()
                : List.of(
                        "--set",
                        "jembatan.db.url=" + database.newUrl(),
                        "--set",
                        "jembatan.db.user=" + Database.USER,
                        "--set",
                        "jembatan.db.password=" + Database.PASSWORD);
    }

    private static long countRows(Path replies) throws IOException {
        List<Path> found;
        try (Stream<Path> files = Files.walk(replies)) {
            found = files.filter(file -> file.endsWith("rows.csv")).toList();
        }
        if (found.size() != 1) {
            throw new IllegalStateException("replies: " + found);
        }
        try (Stream<String> lines = Files.lines(found.get(0), StandardCharsets.UTF_8)) {
            return lines.count() - 1; // the header
        }
    }
}
