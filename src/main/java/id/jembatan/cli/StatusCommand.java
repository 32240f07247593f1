package id.jembatan.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How things stand. */
@Command(name = "status")
final class StatusCommand extends HouseCommand {

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--day", paramLabel = "yyyy-mm-dd")
    private @Nullable String day;

    @Option(names = "--page")
    private boolean page;

    @Override
    int call(House house) throws Exception {
        if (day != null) {
            return new DayTable(house, day).print(out(), json, page);
        }
        HouseStatus status = HouseStatus.of(house);
        PrintWriter out = out();
        if (json) {
            printJson(out, status);
        } else {
            print(out, house.messages(), status);
        }
        out.flush();
        return Jembatan.DONE;
    }

    private static void printJson(PrintWriter out, HouseStatus status) throws JsonProcessingException {
        ScriptJson.print(out, status);
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
