package id.jembatan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.ProgramJava;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code run} in a process of its own, in a home on a fixed day; it looks often and has no nights. */
record RunningService(Process process, Path log) implements AutoCloseable {

    private static final Map<String, String> QUICK = Map.of(
            "jembatan.intake.quiet",
            "0",
            "jembatan.intake.delay",
            "20",
            "jembatan.enrol.cron",
            "-",
            "jembatan.console.port",
            "0");

    /** Starts it, and waits until it watches. */
    static RunningService on(String day, Path home, Map<String, String> settings) throws Exception {
        List<String> line = ProgramJava.line();
        line.addAll(List.of("--home", home.toString(), "--set", "jembatan.today=" + day));
        QUICK.forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        settings.forEach((key, value) -> line.addAll(List.of("--set", key + "=" + value)));
        line.add("run");
        Path log = Files.createTempFile(home.getParent(), "run", ".log");
        RunningService service = new RunningService(
                new ProcessBuilder(line)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start(),
                log);
        while (service.process().isAlive() && !service.said().contains("open: ")) {
            service.process().waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(service.process().isAlive(), service.said());
        return service;
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has written the file. */
    void awaitFile(Path file) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (!Files.exists(file) && process.isAlive() && System.nanoTime() < end) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        assertTrue(Files.exists(file), said());
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
            assertEquals(Jembatan.DONE, process.exitValue());
        }
    }
}
