package id.jembatan.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a command said on standard output and standard error, and its exit code. */
public record Told(int exit, String out, String err) {

    /** Runs a command in a home on a fixed day, as its user would. */
    public static Told on(String day, Path home, String... command) {
        List<String> arguments = new ArrayList<>(List.of("--home", home.toString(), "--set", "jembatan.today=" + day));
        arguments.addAll(List.of(command));
        return by(arguments.toArray(String[]::new));
    }

    public static Told by(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int exit = Jembatan.run(arguments);
            return new Told(exit, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
