package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ListBreach;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Whom to tell that the data of a list or batch got out: into a file, never onto the screen. */
@Command(
        name = "breach",
        footer = {"jembatan breach 20250602-d53a1991d0", "jembatan breach 9203-pekerja-rentan-2025-20250602-01"})
final class BreachCommand extends HouseCommand {

    @Parameters(paramLabel = "DROP|BATCH", descriptionKey = "drop-or-batch")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Narrowed narrowed;

    @Override
    int call(House house) throws Exception {
        ListBreach breach = new ListBreach(house);
        Optional<StoredBatch> batch = house.findBatch(name);
        if (batch.isPresent()) {
            Map<String, Object> facts = Map.of("batch", batch.get().number());
            return deciding(house, facts, () -> tell(house, breach.list(batch.get())));
        }
        LoggedDrop drop = AskedDrop.choose(house, name, narrowed);
        return deciding(house, AskedDrop.facts(drop), () -> tell(house, breach.list(drop)));
    }

    private int tell(House house, ListBreach.Listed listed) {
        PrintWriter out = out();
        Messages messages = house.messages();
        out.println(
                messages.get("cli.breach.written", Rupiah.count(listed.people(), messages.language()), listed.file()));
        if (listed.rejected() > 0) {
            out.println(messages.get("cli.breach.rejected", Rupiah.count(listed.rejected(), messages.language())));
        }
        out.println(messages.get("cli.breach.noted"));
        return Jembatan.DONE;
    }
}
