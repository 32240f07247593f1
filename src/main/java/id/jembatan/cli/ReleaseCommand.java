package id.jembatan.cli;

import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReleaseBatch;
import id.jembatan.pipeline.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** A batch that waits for a second person goes to its branch. */
@Command(name = "release")
final class ReleaseCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(paramLabel = "BATCH", descriptionKey = "batch")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String batch;

    @Override
    public Integer call() throws Exception {
        try (House house = root.open();
                Service service = Service.start(house, root.routes())) {
            return root.deciding(house, "release", Map.of("batch", batch), () -> release(house, service));
        }
    }

    private int release(House house, Service service) throws IOException {
        ReleaseBatch.Answer answer = new ReleaseBatch(house, service).release(batch, root.actor());
        PrintWriter out = spec.commandLine().getOut();
        out.println(house.messages().get("cli.release." + answer, batch, root.actor()));
        out.flush();
        return answer == ReleaseBatch.Answer.RELEASED ? Jembatan.DONE : Jembatan.TO_REPAIR;
    }
}
