package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.HouseStatus.DropStatus;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How things stand. */
@Command(
        name = "status",
        footer = {"jembatan status", "jembatan status --json", "jembatan status --day 2025-06-02 --page"})
final class StatusCommand extends HouseCommand {

    /** What needs somebody before anything goes on; the rest of what needs a person waits for him alone. */
    private static final Pattern STANDS_STILL = Pattern.compile(
            "PARKED|DISK_SPACE|READ_ONLY|DATABASE_AWAY|LINE_STOPPED|NOT_BALANCED|NIGHT_MISSED|MAIL_FAILED|COPY_FAILED|PURGE");

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
            ScriptJson.print(out, status);
        } else {
            print(out, house.messages(), status, Paint.ofTerminal());
        }
        out.flush();
        return Jembatan.DONE;
    }

    static void print(PrintWriter out, Messages messages, HouseStatus status, Paint paint) {
        TextTable people = new TextTable(
                messages.get("cli.programme"),
                messages.get("cli.quota"),
                messages.get("cli.active"),
                messages.get("cli.sent"),
                messages.get("cli.staged"),
                messages.get("cli.waiting"),
                messages.get("cli.left"),
                messages.get("cli.monthly"));
        for (ProgrammeStatus programme : status.programmes()) {
            people.row(
                    nameOf(programme),
                    programme.quota() == null ? "-" : count(programme.quota(), messages),
                    count(programme.active(), messages),
                    count(programme.sent(), messages),
                    count(programme.staged(), messages),
                    count(programme.waiting(), messages),
                    programme.left() == null ? "-" : count(programme.left(), messages),
                    money(programme.monthly(), messages));
        }
        people.print(out, paint::heading);
        printMoney(out, messages, status, paint);
        status.drops()
                .forEach(drop -> out.println(messages.get(
                        "cli.status.drop",
                        drop.drop(),
                        Objects.requireNonNullElse(drop.programme(), "-"),
                        paintedStatus(drop, paint),
                        count(drop.read(), messages))));
        status.batches()
                .forEach(batch ->
                        out.println(messages.get("cli.status.batch", batch.batch(), count(batch.people(), messages))));
        status.attention().forEach(attention -> {
            String line = messages.get("cli.status.attention", attention);
            out.println(STANDS_STILL.matcher(attention).lookingAt() ? paint.bad(line) : paint.open(line));
        });
        if (status.attention().isEmpty()) {
            out.println(paint.good(messages.get("cli.status.quiet")));
        }
        out.flush();
    }

    /** Of programmes that cost something, or whose bills are out. */
    private static void printMoney(PrintWriter out, Messages messages, HouseStatus status, Paint paint) {
        List<ProgrammeStatus> paid = status.programmes().stream()
                .filter(programme -> programme.committed().signum() != 0
                        || programme.billed().signum() != 0)
                .toList();
        if (paid.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                messages.get("cli.programme"),
                messages.get("cli.budget"),
                messages.get("cli.committed"),
                messages.get("cli.billed"),
                messages.get("cli.paid"));
        for (ProgrammeStatus programme : paid) {
            table.row(
                    nameOf(programme),
                    programme.budget() == null ? "-" : money(programme.budget(), messages),
                    money(programme.committed(), messages),
                    money(programme.billed(), messages),
                    money(programme.paid(), messages));
        }
        out.println();
        table.print(out, paint::heading);
        out.println();
    }

    private static String paintedStatus(DropStatus drop, Paint paint) {
        return switch (drop.status()) {
            case "PARKED" -> paint.bad(drop.status());
            case "REFUSED" -> paint.open(drop.status());
            default -> drop.status();
        };
    }

    private static String nameOf(ProgrammeStatus programme) {
        return programme.regency() + "/" + programme.programme();
    }

    private static String money(BigDecimal rupiah, Messages messages) {
        return Rupiah.text(rupiah, messages.language());
    }

    private static String count(long number, Messages messages) {
        return Rupiah.count(number, messages.language());
    }
}
