package id.jembatan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** How things stand. */
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--day", paramLabel = "yyyy-mm-dd")
    private @Nullable String day;

    @Option(names = "--page")
    private boolean page;

    @Override
    public Integer call() throws Exception {
        try (House house = root.open()) {
            if (day != null) {
                return new DayTable(house, day).print(spec.commandLine().getOut(), json, page);
            }
            HouseStatus status = HouseStatus.of(house);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                printJson(out, status);
            } else {
                print(out, house.messages(), status);
            }
            out.flush();
            return Jembatan.DONE;
        }
    }

    private static void printJson(PrintWriter out, HouseStatus status) throws JsonProcessingException {
        out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(status));
    }

    static void print(PrintWriter out, Messages messages, HouseStatus status) {
        TextTable table = new TextTable(
                messages.get("cli.programme"),
                messages.get("cli.quota"),
                messages.get("cli.active"),
                messages.get("cli.sent"),
                messages.get("cli.staged"),
                messages.get("cli.waiting"),
                messages.get("cli.left"),
                messages.get("cli.monthly"),
                messages.get("cli.committed"),
                messages.get("cli.billed"),
                messages.get("cli.paid"));
        for (ProgrammeStatus programme : status.programmes()) {
            table.row(
                    programme.regency() + "/" + programme.programme(),
                    programme.quota() == null ? "-" : count(programme.quota(), messages),
                    count(programme.active(), messages),
                    count(programme.sent(), messages),
                    count(programme.staged(), messages),
                    count(programme.waiting(), messages),
                    programme.left() == null ? "-" : count(programme.left(), messages),
                    Rupiah.text(programme.monthly(), messages.language()),
                    Rupiah.text(programme.committed(), messages.language()),
                    Rupiah.text(programme.billed(), messages.language()),
                    Rupiah.text(programme.paid(), messages.language()));
        }
        table.print(out);
        status.drops()
                .forEach(drop -> out.println(messages.get(
                        "cli.status.drop",
                        drop.drop(),
                        Objects.requireNonNullElse(drop.programme(), "-"),
                        drop.status(),
                        drop.read())));
        status.batches().forEach(batch -> out.println(messages.get("cli.status.batch", batch.batch(), batch.people())));
        status.attention().forEach(attention -> out.println(messages.get("cli.status.attention", attention)));
    }

    private static String count(long number, Messages messages) {
        return Rupiah.count(number, messages.language());
    }
}
