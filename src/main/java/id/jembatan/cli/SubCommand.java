package id.jembatan.cli;

import id.jembatan.pipeline.House;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has: the root, which knows home and settings, and where it prints. Gives the exit code. */
abstract class SubCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    final RootCommand root() {
        return (RootCommand) spec.root().userObject();
    }

    final CommandLine line() {
        return spec.commandLine();
    }

    final PrintWriter out() {
        return line().getOut();
    }

    final PrintWriter err() {
        return line().getErr();
    }

    /**
     * The door of every command that decides: what is asked stands in the audit trail, under the command's name, before it
     * begins, and how it ended afterwards (SPEC section 12).
     *
     * @param facts about what; nobody by name or NIK
     * @param work gives the exit code
     */
    final int deciding(House house, Map<String, Object> facts, Callable<Integer> work) throws Exception {
        String name =
                spec.qualifiedName().substring(spec.root().name().length()).strip();
        return house.audit().around(root().actor(), name, facts, work);
    }
}
