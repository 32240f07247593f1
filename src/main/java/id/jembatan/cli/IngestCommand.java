package id.jembatan.cli;

import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** One pass: what lies in the home's folders is taken and answered. */
@Command(name = "ingest", description = "Takes what lies in drop/, replies, and ends.")
final class IngestCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (House house = House.open(root.settings(RootCommand.ONE_SHOT))) {
            long before = house.lastAnswered();
            boolean done;
            try (Service service = Service.start(house, root.routes())) {
                service.openIntake();
                done = service.awaitIdle();
            }
            DropTable table = new DropTable(house.messages());
            table.print(spec.commandLine().getOut(), house.listDropsAfter(before));
            return done ? table.exitCode() : Jembatan.FAULT;
        }
    }
}
