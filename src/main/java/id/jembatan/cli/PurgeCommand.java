package id.jembatan.cli;

import id.jembatan.domain.Messages;
import id.jembatan.domain.Purge;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.PurgePeople;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Removes what is past its retention, and certifies what went. */
@Command(
        name = "purge",
        footer = {"jembatan purge --dry-run", "jembatan purge"})
final class PurgeCommand extends HouseCommand {

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--json")
    private boolean json;

    @Override
    int call(House house) throws Exception {
        PurgePeople people = new PurgePeople(house);
        return dryRun
                ? tell(house, people, people.look(root().actor()))
                : deciding(house, Map.of(), () -> tell(house, people, people.purge(root().actor())));
    }

    private int tell(House house, PurgePeople people, Optional<Purge> purge) throws IOException {
        PrintWriter out = out();
        if (json) {
            printJson(out, purge, people);
        } else {
            print(out, house.messages(), purge, people);
        }
        out.flush();
        return Jembatan.DONE;
    }

    private void print(PrintWriter out, Messages messages, Optional<Purge> purge, PurgePeople people) {
        if (purge.isEmpty()) {
            out.println(messages.get("cli.purge.nothing"));
            return;
        }
        TextTable table = new TextTable(
                messages.get("cli.programme"),
                messages.get("cli.people"),
                messages.get("cli.purge.rows"),
                messages.get("cli.purge.drops"));
        new TreeMap<>(purge.get().facts().programmes())
                .forEach((name, counts) -> table.row(
                        name,
                        count(counts.people(), messages),
                        count(counts.rows(), messages),
                        count(counts.drops(), messages)));
        table.print(out);
        out.println(messages.get(
                dryRun ? "cli.purge.would" : "cli.purge.done",
                count(purge.get().facts().people(), messages),
                count(purge.get().facts().rows(), messages),
                count(purge.get().facts().files().size(), messages)));
        if (!purge.get().facts().shared().isEmpty()) {
            out.println(messages.get(
                    "cli.purge.shared", count(purge.get().facts().shared().size(), messages)));
        }
        if (!dryRun) {
            out.println(messages.get("cli.purge.certificate", people.nameOfFolder(purge.get())));
        }
    }

    private static String count(long number, Messages messages) {
        return Rupiah.count(number, messages.language());
    }

    private void printJson(PrintWriter out, Optional<Purge> purge, PurgePeople people) throws IOException {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("dryRun", dryRun);
        facts.put("purge", dryRun ? null : purge.map(Purge::id).orElse(null));
        facts.put("people", purge.map(each -> each.facts().people()).orElse(0L));
        facts.put("rows", purge.map(each -> each.facts().rows()).orElse(0L));
        facts.put(
                "programmes",
                purge.map(each -> new TreeMap<>(each.facts().programmes())).orElseGet(TreeMap::new));
        facts.put("files", purge.map(each -> each.facts().files().size()).orElse(0));
        facts.put("shared", purge.map(each -> each.facts().shared().size()).orElse(0));
        facts.put(
                "certificate",
                dryRun ? null : purge.map(each -> people.nameOfFolder(each)).orElse(null));
        ScriptJson.print(out, facts);
    }
}
