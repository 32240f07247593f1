package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.Unusable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The drop that a command is about: by its id, with its programme where that is not enough. */
final class AskedDrop {

    @Parameters(paramLabel = "DROP", descriptionKey = "drop")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String drop;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Narrowed narrowed;

    @Option(names = "--kind", paramLabel = "people|leavers")
    private @Nullable Kind kind;

    /** What the same bytes of one day can be. */
    enum Kind {
        people,
        leavers
    }

    LoggedDrop choose(House house) {
        return choose(house, drop, narrowed, kind);
    }

    static LoggedDrop choose(House house, String drop, Narrowed narrowed) {
        return choose(house, drop, narrowed, null);
    }

    /** The latest receipt of that id: of one programme and one kind, or nobody can tell which is meant. */
    private static LoggedDrop choose(House house, String drop, Narrowed narrowed, @Nullable Kind kind) {
        Messages messages = house.messages();
        List<LoggedDrop> found = house.listDropsCalled(drop).stream()
                .filter(narrowed::holds)
                .filter(each -> kind == null || kind == kindOf(each))
                .toList();
        List<String> owners =
                found.stream().map(AskedDrop::owner).distinct().sorted().toList();
        if (owners.size() > 1) {
            throw new Unusable(
                    messages.get("cli.drop.several", drop, owners.stream().collect(Collectors.joining(", "))));
        }
        if (found.stream().map(AskedDrop::kindOf).distinct().count() > 1) {
            throw new Unusable(messages.get("cli.drop.kinds", drop));
        }
        return found.stream()
                .filter(each -> !each.status().equals(Optional.of(ReplyStatus.SEEN)))
                .reduce((earlier, later) -> later)
                .or(() -> found.stream().reduce((earlier, later) -> later))
                .orElseThrow(() -> new Unusable(messages.get("cli.drop.unknown", drop)));
    }

    private static Kind kindOf(LoggedDrop each) {
        return each.receipt().leavers() ? Kind.leavers : Kind.people;
    }

    /** What the audit trail says of a drop. */
    static Map<String, Object> facts(LoggedDrop drop) {
        return Map.of(
                "drop", drop.receipt().id().value(), "receipt", drop.receipt().number(), "programme", owner(drop));
    }

    static String owner(LoggedDrop each) {
        return each.receipt()
                .programme()
                .map(Object::toString)
                .or(() -> each.receipt().regency().map(Object::toString))
                .orElse("-");
    }
}
