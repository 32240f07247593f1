package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.RetryDrop;
import id.jembatan.pipeline.Service;
import id.jembatan.pipeline.Settings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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

    @Parameters(paramLabel = "DROP", descriptionKey = "drop")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String drop;

    @Option(names = "--programme", paramLabel = "ID")
    private @Nullable String programme;

    @Option(names = "--regency", paramLabel = "CODE")
    private @Nullable String regency;

    @Override
    public Integer call() throws Exception {
        try (House house = House.open(root.settings(RootCommand.ONE_SHOT))) {
            LoggedDrop earlier = choose(house);
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

    /** The latest receipt of that id: of one programme, or nobody can tell which is meant. */
    private LoggedDrop choose(House house) {
        Messages messages = house.messages();
        List<LoggedDrop> found =
                house.listDropsCalled(drop).stream().filter(this::isAsked).toList();
        List<String> owners =
                found.stream().map(RetryCommand::owner).distinct().sorted().toList();
        if (owners.size() > 1) {
            throw new Settings.Unusable(
                    messages.get("cli.retry.several", drop, owners.stream().collect(Collectors.joining(", "))));
        }
        return found.stream()
                .filter(each -> !each.status().equals(Optional.of(ReplyStatus.SEEN)))
                .reduce((earlier, later) -> later)
                .or(() -> found.stream().reduce((earlier, later) -> later))
                .orElseThrow(() -> new Settings.Unusable(messages.get("cli.retry.unknown", drop)));
    }

    private boolean isAsked(LoggedDrop each) {
        return (programme == null
                        || each.receipt()
                                .programme()
                                .filter(key -> key.id().equals(programme))
                                .isPresent())
                && (regency == null
                        || each.receipt()
                                .regency()
                                .filter(code -> code.value().equals(regency))
                                .isPresent());
    }

    private static String owner(LoggedDrop each) {
        return each.receipt()
                .programme()
                .map(Object::toString)
                .or(() -> each.receipt().regency().map(Object::toString))
                .orElse("-");
    }
}
