package id.jembatan.cli;

import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus.BatchStatus;
import id.jembatan.pipeline.ResendLines;
import id.jembatan.pipeline.Service;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lines that the branch has not answered, sent again alone: of one batch, or of all that are so many days old. */
@Command(
        name = "resend",
        footer = {"jembatan resend 9203-pekerja-rentan-2025-20250602-01", "jembatan resend --days 30"})
final class ResendCommand extends SubCommand {

    @Parameters(paramLabel = "BATCH", arity = "0..1", descriptionKey = "batch")
    private @Nullable String batch;

    @Option(names = "--days", paramLabel = "N")
    private @Nullable Integer days;

    @Option(names = "--json")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if ((batch == null) == (days == null) || (days != null && days < 0)) {
            throw new picocli.CommandLine.ParameterException(line(), "BATCH | --days N");
        }
        try (House house = House.open(root().settings(RootCommand.ONE_SHOT));
                Service service = Service.start(house, root().routes())) {
            Map<String, Object> facts =
                    batch != null ? Map.of("batch", batch) : Map.of("days", days == null ? 0 : days);
            return deciding(house, facts, () -> {
                ResendLines lines = new ResendLines(house, service);
                print(
                        house,
                        batch != null
                                ? lines.resend(AskedBatch.choose(house, batch))
                                : lines.resendOlderThan(days == null ? 0 : days));
                return Jembatan.DONE;
            });
        }
    }

    private void print(House house, List<String> numbers) {
        PrintWriter out = out();
        if (json) {
            ScriptJson.print(
                    out,
                    Map.of(
                            "sent",
                            numbers.stream()
                                    .map(number -> BatchStatus.of(
                                            house.findBatch(number).orElseThrow()))
                                    .toList()));
            return;
        }
        if (numbers.isEmpty()) {
            out.println(house.messages().get("cli.resend.nothing"));
        }
        for (String number : numbers) {
            StoredBatch sent = house.findBatch(number).orElseThrow();
            out.println(house.messages().get("cli.resend.done", number, sent.people(), sent.branch()));
        }
    }
}
