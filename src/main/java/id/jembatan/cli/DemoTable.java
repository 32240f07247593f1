package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What came of a demo: every programme's rows by outcome, its places, and the people in its enrolment files. */
final class DemoTable {

    /** Nobody leaves in the demo. */
    private static final Set<Outcome> SHOWN = EnumSet.complementOf(EnumSet.of(Outcome.ENDED));

    private final House house;
    private final Messages messages;

    DemoTable(House house) {
        this.house = house;
        this.messages = house.messages();
    }

    void print(PrintWriter out) {
        List<String> header = new ArrayList<>(
                List.of(messages.get("cli.programme"), messages.get("cli.quota"), messages.get("cli.read")));
        for (Outcome outcome : SHOWN) {
            header.add(messages.get("cli.outcome." + outcome));
        }
        header.add(messages.get("cli.in-files"));
        TextTable table = new TextTable(header.toArray(String[]::new));
        RowCounts all = RowCounts.NONE;
        long allSent = 0;
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            if (!programme.practice()) {
                RowCounts counts = countRows(programme);
                long sent = house.countSent(programme.key());
                add(table, programme.key().toString(), quota(programme), counts, sent);
                all = all.plus(counts);
                allSent += sent;
            }
        }
        add(table, messages.get("cli.sum"), "", all.requireBalanced(), allSent);
        table.print(out);
    }

    private RowCounts countRows(Programme programme) {
        return house.listDrops(programme.key()).stream()
                .filter(drop -> drop.status().equals(Optional.of(ReplyStatus.TAKEN)))
                .map(LoggedDrop::outcomes)
                .reduce(RowCounts.NONE, RowCounts::plus);
    }

    private String quota(Programme programme) {
        return programme.quota().isPresent() ? count(programme.quota().getAsInt()) : "-";
    }

    private void add(TextTable table, String name, String quota, RowCounts counts, long sent) {
        List<String> cells = new ArrayList<>(List.of(name, quota, count(counts.read())));
        for (Outcome outcome : SHOWN) {
            cells.add(count(counts.of(outcome)));
        }
        cells.add(count(sent));
        table.row(cells.toArray(String[]::new));
    }

    private String count(long number) {
        return Rupiah.count(number, messages.language());
    }
}
