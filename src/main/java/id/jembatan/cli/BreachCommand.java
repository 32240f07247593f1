package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.StoredBatch;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ListBreach;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Whom to tell that the data of a list or batch got out: into a file, never onto the screen. */
@Command(name = "breach")
final class BreachCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "DROP|BATCH", descriptionKey = "drop-or-batch")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String name;

    @Option(names = "--programme", paramLabel = "ID")
    private @Nullable String programme;

    @Option(names = "--regency", paramLabel = "CODE")
    private @Nullable String regency;

    @Override
    public Integer call() throws Exception {
        try (House house = root.open()) {
            ListBreach breach = new ListBreach(house);
            Optional<StoredBatch> batch = house.findBatch(name);
            ListBreach.Listed listed = batch.isPresent()
                    ? breach.list(batch.get(), root.actor())
                    : breach.list(AskedDrop.choose(house, name, regency, programme), root.actor());
            PrintWriter out = spec.commandLine().getOut();
            Messages messages = house.messages();
            out.println(messages.get(
                    "cli.breach.written", Rupiah.count(listed.people(), messages.language()), listed.file()));
            if (listed.rejected() > 0) {
                out.println(messages.get("cli.breach.rejected", Rupiah.count(listed.rejected(), messages.language())));
            }
            out.println(messages.get("cli.breach.noted"));
            out.flush();
            return Jembatan.DONE;
        }
    }
}
