package id.jembatan.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.jembatan.domain.LeaverProposal;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.LeaverProposals;
import id.jembatan.pipeline.Unusable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** People whom a full list did not hold: who they are, and what the operator says of them. */
@Command(
        name = "leavers",
        footer = {
            "jembatan leavers",
            "jembatan leavers --keep 12",
            "jembatan leavers --confirm 20250602-d53a1991d0 --date 2025-06-30"
        })
final class LeaversCommand extends HouseCommand {

    @Option(names = "--confirm", paramLabel = "DROP")
    private @Nullable String confirm;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Narrowed narrowed;

    @Option(names = "--date", paramLabel = "DATE")
    private @Nullable LocalDate date;

    @Option(names = "--keep", paramLabel = "NUMBER")
    private @Nullable Long keep;

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        if (keep == null && confirm == null) {
            narrowed.requireKnown(house.rules().agreements(), house.messages());
            LeaverProposals proposals = new LeaverProposals(house);
            if (json) {
                listAsJson(proposals);
            } else {
                list(proposals, house.messages(), out());
            }
            return Jembatan.DONE;
        }
        return deciding(house, facts(), () -> decide(house));
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new TreeMap<>(narrowed.facts());
        if (keep != null) {
            facts.put("keep", keep);
        }
        if (confirm != null) {
            facts.put("confirm", confirm);
        }
        if (date != null) {
            facts.put("date", date.toString());
        }
        return facts;
    }

    private int decide(House house) throws IOException {
        LeaverProposals proposals = new LeaverProposals(house);
        Messages messages = house.messages();
        PrintWriter out = out();
        if (keep != null && !proposals.keep(keep, root().actor())) {
            throw new Unusable(messages.get("cli.leavers.not-asked", Long.toString(keep)));
        }
        if (confirm != null) {
            confirm(house, proposals, confirm, out);
        }
        if (keep != null) {
            out.println(messages.get("cli.leavers.kept", Long.toString(keep)));
        }
        return Jembatan.DONE;
    }

    private void confirm(House house, LeaverProposals proposals, String dropId, PrintWriter out) throws IOException {
        Messages messages = house.messages();
        List<LoggedDrop> lists = house.listDropsCalled(dropId).stream()
                .filter(narrowed::holds)
                .filter(drop -> drop.isTaken() && !drop.receipt().leavers())
                .toList();
        List<String> owners = lists.stream()
                .map(drop -> drop.receipt().programme().map(Object::toString).orElse("-"))
                .distinct()
                .sorted()
                .toList();
        if (owners.size() > 1) {
            throw new Unusable(messages.get("cli.drop.several", dropId, String.join(", ", owners)));
        }
        if (lists.isEmpty()) {
            throw new Unusable(messages.get("cli.drop.unknown", dropId));
        }
        long people = proposals.confirm(lists.get(lists.size() - 1), Optional.ofNullable(date), root().actor());
        out.println(messages.get("cli.leavers.confirmed", Rupiah.count(people, messages.language())));
    }

    /** A line each as it comes: there may be many. */
    private void list(LeaverProposals proposals, Messages messages, PrintWriter out) {
        boolean[] any = {false};
        proposals.forEach(proposal -> {
            if (!narrowed.holds(proposal.programme())) {
                return;
            }
            if (!any[0]) {
                out.println(line(
                        messages.get("cli.number"),
                        messages.get("cli.drop"),
                        messages.get("cli.nik"),
                        messages.get("cli.state"),
                        messages.get("cli.programme")));
                any[0] = true;
            }
            out.println(line(proposal));
        });
        if (!any[0]) {
            out.println(messages.get("cli.leavers.nobody"));
        }
    }

    private void listAsJson(LeaverProposals proposals) throws IOException {
        try (JsonGenerator generator = new JsonFactory().createGenerator(out())) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.useDefaultPrettyPrinter();
            generator.writeStartArray();
            proposals.forEach(proposal -> {
                if (narrowed.holds(proposal.programme())) {
                    write(generator, proposal);
                }
            });
            generator.writeEndArray();
        }
        out().println();
    }

    private static void write(JsonGenerator generator, LeaverProposal proposal) {
        try {
            generator.writeStartObject();
            generator.writeNumberField("number", proposal.number());
            generator.writeStringField("drop", proposal.drop().value());
            generator.writeStringField("nik", proposal.nik().toString());
            generator.writeStringField("state", proposal.state().name());
            generator.writeStringField("programme", proposal.programme().toString());
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(LeaverProposal proposal) {
        return line(
                Long.toString(proposal.number()),
                proposal.drop().value(),
                proposal.nik().toString(),
                proposal.state().name(),
                proposal.programme().toString());
    }

    private static String line(String number, String drop, String nik, String state, String programme) {
        return String.format(Locale.ROOT, "%8s  %-19s  %-16s  %-10s  %s", number, drop, nik, state, programme);
    }
}
