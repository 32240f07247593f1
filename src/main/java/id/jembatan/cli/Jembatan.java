package id.jembatan.cli;

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
        System.exit(run(arguments));
    }

    /** Runs one command and tells its exit code. */
    static int run(String... arguments) {
        return new CommandLine(new RootCommand())
                .setExecutionExceptionHandler(new Failures())
                .execute(arguments);
    }
}
