package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.HouseStatus;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What became of some drops, a line each, and what that means for the exit code. */
final class DropTable {

    private final Messages messages;
    private int exitCode = Jembatan.DONE;

    DropTable(Messages messages) {
        this.messages = messages;
    }

    void print(PrintWriter out, List<LoggedDrop> drops) {
        if (drops.isEmpty()) {
            out.println(messages.get("cli.ingest.nothing"));
            return;
        }
        boolean leavers = drops.stream().anyMatch(drop -> drop.receipt().leavers());
        List<String> headers = new ArrayList<>(List.of(
                messages.get("cli.drop"),
                messages.get("cli.programme"),
                messages.get("cli.result"),
                messages.get("cli.read"),
                messages.get("cli.accepted"),
                messages.get("cli.waitlisted"),
                messages.get("cli.known"),
                messages.get("cli.left-out"),
                messages.get("cli.review"),
                messages.get("cli.rejected")));
        if (leavers) {
            headers.add(messages.get("cli.ended"));
        }
        TextTable table = new TextTable(headers.toArray(String[]::new));
        for (LoggedDrop drop : drops) {
            add(table, drop, leavers);
        }
        table.print(out);
    }

    /** The same for a script. */
    List<HouseStatus.DropStatus> facts(List<LoggedDrop> drops) {
        drops.forEach(this::note);
        return drops.stream().map(HouseStatus.DropStatus::of).toList();
    }

    private void add(TextTable table, LoggedDrop drop, boolean leavers) {
        boolean taken = isTaken(drop);
        note(drop);
        List<String> cells = new ArrayList<>(List.of(
                drop.receipt().id().value(),
                drop.receipt()
                        .programme()
                        .map(Object::toString)
                        .or(() -> drop.receipt().regency().map(Object::toString))
                        .orElse("-"),
                result(drop),
                taken ? count(drop.outcomes().read()) : "",
                taken ? count(drop, Outcome.ACCEPTED) : "",
                taken ? count(drop, Outcome.WAITLISTED) : "",
                taken ? count(drop, Outcome.UPDATED, Outcome.UNCHANGED) : "",
                taken ? count(drop, Outcome.DUPLICATE, Outcome.COVERED) : "",
                taken ? count(drop, Outcome.REVIEW) : "",
                taken ? count(drop, Outcome.REJECTED) : ""));
        if (leavers) {
            cells.add(taken ? count(drop, Outcome.ENDED) : "");
        }
        table.row(cells.toArray(String[]::new));
    }

    private static boolean isTaken(LoggedDrop drop) {
        return drop.status().equals(java.util.Optional.of(ReplyStatus.TAKEN));
    }

    /** Counts the drop for the exit code. */
    void note(LoggedDrop drop) {
        if (drop.step() == Step.PARKED) {
            exitCode = Jembatan.FAULT;
        } else if (exitCode != Jembatan.FAULT
                && (drop.refusal().isPresent()
                        || (isTaken(drop)
                                && (drop.outcomes().of(Outcome.REJECTED) > 0
                                        || drop.outcomes().of(Outcome.REVIEW) > 0)))) {
            exitCode = Jembatan.TO_REPAIR;
        }
    }

    static String result(LoggedDrop drop) {
        if (drop.step() == Step.PARKED) {
            return Step.PARKED.name();
        }
        return drop.refusal()
                .map(refusal -> refusal.code().name())
                .or(() -> drop.status().map(Enum::name))
                .orElse(drop.step().name());
    }

    private String count(LoggedDrop drop, Outcome... outcomes) {
        long sum = 0;
        for (Outcome outcome : outcomes) {
            sum += drop.outcomes().of(outcome);
        }
        return count(sum);
    }

    private String count(long number) {
        return Rupiah.count(number, messages.language());
    }

    /** 1 when a row or a file is to be repaired, 3 when a drop was parked. */
    int exitCode() {
        return exitCode;
    }
}
