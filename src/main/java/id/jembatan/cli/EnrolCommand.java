package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the night does, now. */
@Command(name = "enrol")
final class EnrolCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (House house = root.open()) {
            return root.deciding(house, "enrol", Map.of(), () -> enrol(house));
        }
    }

    private int enrol(House house) throws Exception {
        long before = house.lastSent();
        try (Service service = Service.start(house, root.routes())) {
            service.enrol(root.actor());
        }
        PrintWriter out = spec.commandLine().getOut();
        print(out, house.messages(), house.listBatchesAfter(before));
        house.listHeldBatches().forEach(batch -> out.println(house.messages().get("cli.enrol.held", batch.number())));
        out.flush();
        return Jembatan.DONE;
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
