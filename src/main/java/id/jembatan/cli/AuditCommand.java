package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.pipeline.AuditTrail;
import id.jembatan.pipeline.House;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Who looked at whom, and who decided what. */
@Command(name = "audit", footer = "jembatan audit verify", subcommands = AuditCommand.Verify.class)
final class AuditCommand extends CommandGroup {

    /** Proves that no line of the trail was changed or taken out. */
    @Command(
            name = "verify",
            footer = {"jembatan audit verify", "jembatan audit verify --json"})
    static final class Verify extends HouseCommand {

        @Option(names = "--json")
        private boolean json;

        @Override
        int call(House house) throws IOException {
            Messages messages = house.messages();
            AuditTrail.Checked checked = house.audit().check();
            int exit = checked.broken().isEmpty() ? Jembatan.DONE : Jembatan.TO_REPAIR;
            if (json) {
                ScriptJson.print(out(), facts(checked));
                return exit;
            }
            out().println(checked.broken()
                    .map(broken -> messages.get("cli.audit." + broken.how(), Long.toString(broken.line())))
                    .orElseGet(() -> messages.get("cli.audit.whole", Long.toString(checked.lines()), checked.last())));
            return exit;
        }

        private static Map<String, Object> facts(AuditTrail.Checked checked) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("whole", checked.broken().isEmpty());
            facts.put("lines", checked.lines());
            facts.put("last", checked.last());
            checked.broken().ifPresent(broken -> {
                facts.put("line", broken.line());
                facts.put("how", broken.how().name());
            });
            return facts;
        }
    }
}
