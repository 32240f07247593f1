package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.Rupiah;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.ReviewDesk;
import id.jembatan.pipeline.UndoDrop;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A drop taken back: the register is as if it had never come. */
@Command(name = "undo", footer = "jembatan undo 20250602-d53a1991d0 --reason 'daftar tahun lalu'")
final class UndoCommand extends HouseCommand {

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private AskedDrop asked;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "why")
    private String reason = "";

    @Override
    int call(House house) throws Exception {
        LoggedDrop drop = asked.choose(house);
        Map<String, Object> facts = new TreeMap<>(AskedDrop.facts(drop));
        facts.put("reason", ReviewDesk.masked(reason));
        return deciding(house, facts, () -> undo(house, drop));
    }

    private int undo(House house, LoggedDrop drop) throws Exception {
        PrintWriter out = out();
        Messages messages = house.messages();
        Optional<String> hindrance = hindrance(house, drop);
        if (hindrance.isPresent()) {
            out.println(hindrance.get());
            return Jembatan.TO_REPAIR;
        }
        List<UndoHindrance> standing = new UndoDrop(house).undo(drop, root().actor(), reason);
        if (!standing.isEmpty()) {
            out.println(messages.get("cli.undo.stands", drop.receipt().id()));
            standing.forEach(one -> out.println("  " + messages.get("cli.undo.stands." + one.kind(), one.name())));
            return Jembatan.TO_REPAIR;
        }
        out.println(messages.get(
                "cli.undo.done",
                drop.receipt().id(),
                drop.receipt().programme().orElseThrow(),
                Rupiah.count(drop.outcomes().read(), messages.language())));
        return Jembatan.DONE;
    }

    /** Why there is nothing to take back. */
    private static Optional<String> hindrance(House house, LoggedDrop drop) {
        Messages messages = house.messages();
        Object id = drop.receipt().id();
        boolean practice = drop.receipt()
                .programme()
                .flatMap(house.rules().agreements()::findProgramme)
                .filter(Programme::practice)
                .isPresent();
        if (practice) {
            return Optional.of(messages.get("cli.undo.practice", id));
        }
        boolean answered = drop.step() == LoggedDrop.Step.REPLIED || drop.step() == LoggedDrop.Step.PARKED;
        boolean taken = answered && drop.status().equals(Optional.of(ReplyStatus.TAKEN));
        if (taken || drop.step() == LoggedDrop.Step.UNDONE) {
            return Optional.empty();
        }
        return Optional.of(messages.get(
                "cli.undo.not-answered",
                id,
                drop.status().map(Enum::name).orElse(drop.step().name())));
    }
}
