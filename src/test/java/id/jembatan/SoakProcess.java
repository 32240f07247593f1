package id.jembatan;

import id.jembatan.pipeline.ServiceOnSetClock;
import id.jembatan.register.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The service of a soak, in a process of its own. */
final class SoakProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx256m";

    private final Process process;
    private final PrintWriter tells;
    private final BufferedReader says;
    private final Path log;
    private final Database database;

    private SoakProcess(Process process, Path log, Database database) {
        this.process = process;
        this.tells = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.says = process.inputReader(StandardCharsets.UTF_8);
        this.log = log;
        this.database = database;
    }

    static SoakProcess start(Path home, Path config, Database database, Instant now) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@bin/java.options",
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                ServiceOnSetClock.class.getName(),
                config.toString(),
                now.toString(),
                "jembatan.home=" + home,
                "jembatan.today=",
                "jembatan.intake.quiet=0",
                "jembatan.intake.delay=100",
                "jembatan.console.port=0"));
        if (database == Database.POSTGRESQL) {
            line.add("jembatan.db.url=" + database.newUrl());
            line.add("jembatan.db.user=" + Database.USER);
            line.add("jembatan.db.password=" + Database.PASSWORD);
        }
        Path log = home.resolveSibling("service.log");
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(log.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        SoakProcess started = new SoakProcess(builder.start(), log, database);
        started.awaitDone();
        return started;
    }

    long pid() {
        return process.pid();
    }

    Database database() {
        return database;
    }

    /** Tells it what to do, waits until that is done, and returns what it says to that. */
    String tell(String what) throws IOException {
        tells.println(what);
        return awaitDone();
    }

    private String awaitDone() throws IOException {
        String said = says.readLine();
        if (said == null || !said.startsWith("done")) {
            throw new IllegalStateException("the service said " + said + ", see " + log);
        }
        return said.substring("done".length()).strip();
    }

    @Override
    public void close() {
        tells.close();
        try {
            process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException("the service did not end well, see " + log);
        }
    }
}
