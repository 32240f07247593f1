package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.AuditTrail;
import id.jembatan.pipeline.House;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Who looked at whom, and who decided what. */
@Command(name = "audit", subcommands = AuditCommand.Verify.class)
final class AuditCommand extends CommandGroup {

    /** Proves that no line of the trail was changed or taken out. */
    @Command(name = "verify")
    static final class Verify extends HouseCommand {

        @Override
        int call(House house) throws IOException {
            Messages messages = house.messages();
            AuditTrail.Checked checked = house.audit().check();
            out().println(checked.broken()
                    .map(broken -> messages.get("cli.audit." + broken.how(), Long.toString(broken.line())))
                    .orElseGet(() -> messages.get("cli.audit.whole", Long.toString(checked.lines()), checked.last())));
            return checked.broken().isEmpty() ? Jembatan.DONE : Jembatan.TO_REPAIR;
        }
    }
}
