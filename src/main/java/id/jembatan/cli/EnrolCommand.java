package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus.BatchStatus;
import id.jembatan.pipeline.Service;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the night does, now. */
@Command(
        name = "enrol",
        footer = {"jembatan enrol", "jembatan enrol --as ani --json"})
final class EnrolCommand extends HouseCommand {

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        return deciding(house, Map.of(), () -> enrol(house));
    }

    private int enrol(House house) throws Exception {
        long before = house.lastSent();
        try (Service service = Service.start(house, root().routes())) {
            service.enrol(root().actor());
        }
        PrintWriter out = out();
        List<StoredBatch> sent = house.listBatchesAfter(before).stream()
                .filter(batch -> batch.state() == StoredBatch.State.SENT)
                .toList();
        if (json) {
            ScriptJson.print(out, Map.of("sent", facts(sent), "held", facts(house.listHeldBatches())));
            return Jembatan.DONE;
        }
        List<StoredBatch> held = house.listHeldBatches();
        if (!sent.isEmpty() || held.isEmpty()) {
            print(out, house.messages(), sent);
        }
        held.forEach(batch -> out.println(house.messages().get("cli.enrol.held", batch.number())));
        out.flush();
        return Jembatan.DONE;
    }

    private static List<BatchStatus> facts(List<StoredBatch> batches) {
        return batches.stream().map(BatchStatus::of).toList();
    }

    private static void print(PrintWriter out, Messages messages, List<StoredBatch> batches) {
        if (batches.isEmpty()) {
            out.println(messages.get("cli.enrol.nothing"));
            return;
        }
        TextTable table = new TextTable(
                messages.get("cli.batch"),
                messages.get("cli.branch"),
                messages.get("cli.people"),
                messages.get("cli.monthly"));
        for (StoredBatch batch : batches) {
            table.row(
                    batch.number(),
                    batch.branch(),
                    Rupiah.count(batch.people(), messages.language()),
                    Rupiah.text(batch.monthly().total(), messages.language()));
        }
        table.print(out);
    }
}
