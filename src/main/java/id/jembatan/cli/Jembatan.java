package id.jembatan.cli;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine;

/** The front door: parses the command line, runs one command, and ends with its exit code (SPEC section 10). */
public final class Jembatan {

    /** Done, and nothing to repair. */
    static final int DONE = 0;
    /** Done, and somebody has something to repair. */
    static final int TO_REPAIR = 1;
    /** The command line, a setting or an agreement cannot be used. */
    static final int WRONG_USAGE = 2;
    /** A fault of ours or of the machine. */
    static final int FAULT = 3;

    private Jembatan() {}

    public static void main(String[] arguments) {
        System.exit(run(started(), arguments));
    }

    /** When the launcher was called; without one, when this Java was. */
    private static Instant started() {
        String launcher = System.getProperty("jembatan.started", "");
        return launcher.matches("[0-9]{1,12}[.,][0-9]{1,9}")
                ? Instant.ofEpochMilli(new BigDecimal(launcher.replace(',', '.'))
                        .movePointRight(3)
                        .longValue())
                : Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /** Runs one command, called now, and tells its exit code. */
    static int run(String... arguments) {
        return run(Instant.now(), arguments);
    }

    private static int run(Instant started, String... arguments) {
        Optional<Texts> texts = Texts.find(arguments);
        CommandLine line = new CommandLine(new RootCommand(started))
                .setExecutionExceptionHandler(new Failures(texts))
                .setParameterExceptionHandler(new WrongUsage(texts));
        texts.ifPresent(line::setResourceBundle);
        return line.execute(arguments);
    }
}
