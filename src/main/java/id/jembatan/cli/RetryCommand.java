package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An earlier drop, judged again under today's rules as a new receipt; of a ZIP that was refused whole, each file in it. */
@Command(
        name = "retry",
        footer = {
            "jembatan retry 20250602-d53a1991d0",
            "jembatan retry 20250602-d53a1991d0 --regency 9203 --programme pekerja-rentan-2025"
        })
final class RetryCommand extends HouseCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedDrop asked;

    @Option(names = "--json")
    private boolean json;

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
        List<LoggedDrop> drops = receipts.stream().map(house::getDrop).toList();
        if (json) {
            ScriptJson.print(out(), Map.of("drops", table.facts(drops)));
        } else {
            table.print(out(), drops);
        }
        return done ? table.exitCode() : Jembatan.FAULT;
    }
}
