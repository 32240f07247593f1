package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.AuditTrail;
import id.jembatan.pipeline.House;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Who looked at whom, and who decided what. */
@Command(name = "audit", subcommands = AuditCommand.Verify.class)
final class AuditCommand implements Runnable {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw root.asksWhichCommand(spec.commandLine());
    }

    /** Proves that no line of the trail was changed or taken out. */
    @Command(name = "verify")
    static final class Verify implements Callable<Integer> {

        @ParentCommand
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private AuditCommand parent;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            try (House house = parent.root.open()) {
                Messages messages = house.messages();
                AuditTrail.Checked checked = house.audit().check();
                spec.commandLine()
                        .getOut()
                        .println(checked.broken()
                                .map(broken -> messages.get("cli.audit." + broken.how(), Long.toString(broken.line())))
                                .orElseGet(() -> messages.get(
                                        "cli.audit.whole", Long.toString(checked.lines()), checked.last())));
                return checked.broken().isEmpty() ? Jembatan.DONE : Jembatan.TO_REPAIR;
            }
        }
    }
}
