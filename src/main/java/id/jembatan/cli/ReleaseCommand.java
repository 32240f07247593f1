package id.jembatan.cli;

import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReleaseBatch;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A batch that waits for a second person goes to its branch. */
@Command(name = "release", footer = "jembatan release 9203-pekerja-rentan-2025-20250602-01 --as budi")
final class ReleaseCommand extends HouseCommand {

    @Parameters(paramLabel = "BATCH", descriptionKey = "batch")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String batch;

    @Override
    int call(House house) throws Exception {
        if (house.findBatch(batch).isEmpty()) {
            throw new Unusable(house.messages().get("cli.release." + ReleaseBatch.Answer.UNKNOWN, batch));
        }
        try (Service service = Service.start(house, root().routes())) {
            return deciding(house, Map.of("batch", batch), () -> release(house, service));
        }
    }

    private int release(House house, Service service) throws IOException {
        ReleaseBatch.Answer answer = new ReleaseBatch(house, service).release(batch, root().actor());
        PrintWriter out = out();
        out.println(house.messages().get("cli.release." + answer, batch, root().actor()));
        out.flush();
        return answer == ReleaseBatch.Answer.RELEASED ? Jembatan.DONE : Jembatan.TO_REPAIR;
    }
}
