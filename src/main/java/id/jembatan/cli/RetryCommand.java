package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Service;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** An earlier drop, judged again under today's rules as a new receipt; of a ZIP that was refused whole, each file in it. */
@Command(name = "retry")
final class RetryCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedDrop asked;

    @Override
    public Integer call() throws Exception {
        try (House house = House.open(root.settings(RootCommand.ONE_SHOT))) {
            LoggedDrop earlier = asked.choose(house);
            return root.deciding(house, "retry", AskedDrop.facts(earlier), () -> retry(house, earlier));
        }
    }

    private int retry(House house, LoggedDrop earlier) throws Exception {
        List<Long> receipts;
        boolean done = true;
        try (Service service = Service.start(house, root.routes())) {
            receipts = new RetryDrop(house).receive(earlier, root.actor());
            for (long receipt : receipts) {
                done = done && service.workUntilAnswered(receipt);
            }
        }
        DropTable table = new DropTable(house.messages());
        table.print(
                spec.commandLine().getOut(),
                receipts.stream().map(house::getDrop).toList());
        return done ? table.exitCode() : Jembatan.FAULT;
    }
}
