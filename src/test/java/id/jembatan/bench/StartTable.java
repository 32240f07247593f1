package id.jembatan.bench;

import id.jembatan.demo.Calling;
import id.jembatan.demo.Faults;
import id.jembatan.demo.InventedLists;
import id.jembatan.demo.OfficeStyle;
import id.jembatan.disk.Durable;
import id.jembatan.domain.RegencyCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The tables of docs/performance.md of a service that starts, beside a Camel with one route and nothing else, both with an
 * archive of their classes; and of small lists once it is warm, beside their share of a large one. {@code make bench-start}.
 */
public final class StartTable {

    private static final int ROUNDS = 7;
    private static final int SMALL = 200;
    private static final int LARGE = 50_000;
    private static final int WARM_UP = 150;
    private static final int MEASURED = 15;
    private static final long PATIENCE_NS = TimeUnit.MINUTES.toNanos(10);

    private final Path folder;

    private StartTable(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target"), "bench-").toAbsolutePath();
        try {
            new StartTable(folder).measure();
        } finally {
            Durable.removeAll(folder);
        }
    }

    private void measure() throws Exception {
        Path jar = bareJar();
        Path archive = folder.resolve("bare.jsa");
        bare(jar, "-XX:ArchiveClassesAtExit=" + archive);
        Path home = Files.createTempDirectory(folder, "home-");
        start(home);
        List<Double> bare = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            bare.add(bare(jar, "-XX:SharedArchiveFile=" + archive));
            ours.add(start(home));
        }
        say("| from the start of the process until the first file is taken | seconds | least to most |");
        say("|---|---:|---:|");
        say("| camel-main with one YAML route | %.2f | %.2f to %.2f |", middle(bare), least(bare), most(bare));
        say("| jembatan run | %.2f | %.2f to %.2f |", middle(ours), least(ours), most(ours));
        say("| beside | %.2f | | |", middle(ours) / middle(bare));
        warm();
    }

    /** Seconds until a bare Camel has carried the one file. */
    private double bare(Path jar, String archive) throws Exception {
        Path in = Files.createTempDirectory(folder, "in-");
        Path out = Files.createTempDirectory(folder, "out-");
        Path route = folder.resolve("route.camel.yaml");
        Files.writeString(route, """
                - route:
                    from:
                      uri: "file:%s?delay=100&initialDelay=0"
                      steps:
                        - to: "file:%s"
                """.formatted(in, out));
        Files.writeString(in.resolve("list.csv"), "NIK,NAMA\n");
        long start = System.nanoTime();
        Process process = start(
                folder.resolve("bare.log"),
                "java",
                "-XX:+UseSerialGC",
                "-Xlog:cds*=off",
                archive,
                "-cp",
                jar + ":" + Path.of("target/lib").toAbsolutePath() + "/*",
                BareCamel.class.getName(),
                "file:" + route);
        await(process, () -> Files.exists(out.resolve("list.csv")));
        double seconds = (System.nanoTime() - start) / 1e9;
        process.waitFor();
        return seconds;
    }

    /** Seconds until a service, starting on the home where it was before, has taken the one list. */
    private double start(Path home) throws Exception {
        Path drop = place(home, list(SMALL, 1), 0);
        long start = System.nanoTime();
        Process process = serve(home);
        await(process, () -> !Files.exists(drop));
        double seconds = (System.nanoTime() - start) / 1e9;
        process.destroy();
        process.waitFor();
        return seconds;
    }

    private void warm() throws Exception {
        Path home = Files.createTempDirectory(folder, "home-");
        Process process = serve(home);
        int from = 1;
        for (int i = 0; i < WARM_UP; i++) {
            take(process, home, list(SMALL, from), i + 1);
            from += SMALL;
        }
        List<Double> small = new ArrayList<>();
        List<Double> waited = new ArrayList<>();
        for (int i = 0; i < MEASURED; i++) {
            Path list = list(SMALL, from);
            long start = System.nanoTime();
            small.add(take(process, home, list, WARM_UP + i + 1));
            waited.add((System.nanoTime() - start) / 1e9);
            from += SMALL;
        }
        double large = take(process, home, list(LARGE, from), WARM_UP + MEASURED + 1);
        process.destroy();
        process.waitFor();
        double share = large / LARGE * SMALL;
        say("");
        say("| in a warm service | processor ms | least to most |");
        say("|---|---:|---:|");
        say("| a list of %,d new people | %.0f | %.0f to %.0f |", SMALL, middle(small), least(small), most(small));
        say("| as many rows of one of %,d | %.0f | |", LARGE, share);
        say("| beside | %.1f | |", middle(small) / share);
        say("");
        say("From the folder to the reply: %.2f s (%.2f to %.2f).", middle(waited), least(waited), most(waited));
    }

    /** Milliseconds of the processors from the list in its folder to the finished reply. */
    private static double take(Process process, Path home, Path list, int replies) throws Exception {
        Duration before = spent(process);
        place(home, list, replies);
        await(process, () -> countReplies(home) >= replies);
        return spent(process).minus(before).toNanos() / 1e6;
    }

    private static Duration spent(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private static long countReplies(Path home) throws IOException {
        Path replies = home.resolve("reply/9203-fakfak/pekerja-rentan-2025");
        if (!Files.isDirectory(replies)) {
            return 0;
        }
        try (Stream<Path> folders = Files.list(replies)) {
            return folders.filter(reply -> reply.getFileName().toString().matches("[0-9]{8}-[0-9a-f]{10}"))
                    .count();
        }
    }

    private Path list(int rows, int from) throws IOException {
        Path list = folder.resolve("list-" + rows + "-" + from + ".csv");
        InventedLists.write(
                list,
                OfficeStyle.EXPORT_TEXT,
                new RegencyCode("9203"),
                Calling.VULNERABLE,
                from,
                rows,
                Faults.none(),
                from);
        return list;
    }

    private static Path place(Path home, Path list, int number) throws IOException {
        Path drop = Files.createDirectories(home.resolve("drop/9203-fakfak/pekerja-rentan-2025"));
        Path hidden = drop.resolve(".list-" + number);
        Files.copy(list, hidden);
        return Files.move(hidden, drop.resolve("list-" + number + ".csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Process serve(Path home) throws IOException {
        return start(
                home.resolveSibling(home.getFileName() + ".log"),
                "bin/jembatan",
                "--home",
                home.toString(),
                "--set",
                "jembatan.today=2025-06-02",
                "--set",
                "jembatan.intake.quiet=0",
                "--set",
                "jembatan.intake.delay=100",
                "--set",
                "jembatan.enrol.cron=-",
                "--set",
                "jembatan.console.port=-1",
                "run");
    }

    private static Process start(Path log, String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    @FunctionalInterface
    private interface Come {
        boolean has() throws IOException;
    }

    private static void await(Process process, Come come) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NS;
        while (!come.has()) {
            if (System.nanoTime() > end || (!process.isAlive() && !come.has())) {
                throw new IllegalStateException("it did not come");
            }
            Thread.sleep(2);
        }
    }

    /** Java keeps no archive of classes that lie in folders. */
    private Path bareJar() throws IOException {
        Path jar = folder.resolve("bare.jar");
        String name = BareCamel.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream in =
                        Objects.requireNonNull(StartTable.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }

    private static double middle(List<Double> figures) {
        return figures.stream().sorted().toList().get(figures.size() / 2);
    }

    private static double least(List<Double> figures) {
        return Collections.min(figures);
    }

    private static double most(List<Double> figures) {
        return Collections.max(figures);
    }

    private static void say(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
