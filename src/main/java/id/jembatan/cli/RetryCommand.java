package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** An earlier drop, judged again under today's rules as a new receipt; of a ZIP that was refused whole, each file in it. */
@Command(name = "retry")
final class RetryCommand extends HouseCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedDrop asked;

    @Override
    Settings settings() {
        return root().settings(RootCommand.ONE_SHOT);
    }

    @Override
    int call(House house) throws Exception {
        LoggedDrop earlier = asked.choose(house);
        return deciding(house, AskedDrop.facts(earlier), () -> retry(house, earlier));
    }

    private int retry(House house, LoggedDrop earlier) throws Exception {
        List<Long> receipts;
        boolean done = true;
        try (Service service = Service.start(house, root().routes())) {
            receipts = new RetryDrop(house).receive(earlier, root().actor());
            for (long receipt : receipts) {
                done = done && service.workUntilAnswered(receipt);
            }
        }
        DropTable table = new DropTable(house.messages());
        table.print(out(), receipts.stream().map(house::getDrop).toList());
        return done ? table.exitCode() : Jembatan.FAULT;
    }
}
