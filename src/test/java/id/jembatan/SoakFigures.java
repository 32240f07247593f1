package id.jembatan;

import id.jembatan.register.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a service is after a night.
 *
 * @param heap bytes of the heap that are in use when it was tidied up
 * @param resident bytes of memory that the system gives it
 * @param handles open files and sockets
 * @param work files under {@code work/}
 * @param register bytes of the database
 * @param journal bytes of the journal
 * @param rows rows of lists that the register keeps
 * @param answered lists, of which none is parked
 */
record SoakFigures(
        int night,
        double seconds,
        long heap,
        long resident,
        long threads,
        long handles,
        long work,
        long register,
        long journal,
        long rows,
        long answered) {

    static final String HEAD =
            "| night | seconds | heap after collecting, MB | resident, MB | threads | handles | files in work/ | register, MB | journal, MB | rows | lists |\n"
                    + "|---|---|---|---|---|---|---|---|---|---|---|";

    private static final double MB = 1024 * 1024;
    private static final Pattern USED = Pattern.compile("generation +total [0-9]+K, used ([0-9]+)K");

    static SoakFigures measure(int night, double seconds, SoakProcess service, Path home)
            throws IOException, InterruptedException {
        String pid = Long.toString(service.pid());
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
        long heap = 0;
        while (used.find()) {
            heap += Long.parseLong(used.group(1)) * 1024;
        }
        String status = Files.readString(Path.of("/proc", pid, "status"));
        long parked = Long.parseLong(service.tell("ask select count(*) from drop_log where step = 'PARKED'"));
        if (parked != 0 || heap == 0) {
            throw new IllegalStateException(parked + " lists are parked, " + heap + " bytes of heap");
        }
        return new SoakFigures(
                night,
                seconds,
                heap,
                number(status, "VmRSS:\\s+([0-9]+) kB") * 1024,
                number(status, "Threads:\\s+([0-9]+)"),
                count(Path.of("/proc", pid, "fd"), 1),
                count(home.resolve("work"), Integer.MAX_VALUE),
                service.database() == Database.H2
                        ? Files.size(home.resolve("db/register.mv.db"))
                        : Long.parseLong(service.tell("ask select pg_database_size(current_database())")),
                size(home.resolve("journal")),
                Long.parseLong(service.tell("ask select count(*) from drop_row")),
                Long.parseLong(service.tell("ask select count(*) from drop_log where step = 'REPLIED'")));
    }

    private static String jcmd(String pid, String what) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), pid, what)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        return said;
    }

    private static long number(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    /** Without the folders that lie there. */
    private static long count(Path folder, int deep) throws IOException {
        try (Stream<Path> files = Files.walk(folder, deep)) {
            return files.filter(file -> !file.equals(folder) && !(deep > 1 && Files.isDirectory(file)))
                    .count();
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | %.1f | %.0f | %d | %d | %d | %.1f | %.1f | %,d | %d |",
                night,
                seconds,
                heap / MB,
                resident / MB,
                threads,
                handles,
                work,
                register / MB,
                journal / MB,
                rows,
                answered);
    }
}
