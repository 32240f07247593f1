package id.jembatan.cli;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.Rupiah;
import id.jembatan.pipeline.House;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What kinds of files came, and what became of them: the other half of the demo's story. */
final class DemoStory {

    private final House house;
    private final Messages messages;

    DemoStory(House house) {
        this.house = house;
        this.messages = house.messages();
    }

    void print(PrintWriter out) {
        Map<String, long[]> kinds = new TreeMap<>();
        Map<String, Long> refused = new TreeMap<>();
        long practised = 0;
        for (Programme programme : house.rules().agreements().listProgrammes()) {
            for (LoggedDrop drop : house.listDrops(programme.key())) {
                count(kinds, drop);
                drop.refusal().map(Refusal::code).ifPresent(code -> refused.merge(code.name(), 1L, Long::sum));
                practised += programme.practice() ? 1 : 0;
            }
        }
        TextTable table = new TextTable(
                messages.get("cli.demo.kind"),
                messages.get("cli.demo.files"),
                messages.get("cli.read"),
                messages.get("cli.demo.taken"),
                messages.get("cli.demo.seen"),
                messages.get("cli.demo.refused"));
        kinds.forEach((kind, counts) ->
                table.row(kind, text(counts[0]), text(counts[1]), text(counts[2]), text(counts[3]), text(counts[4])));
        table.print(out);
        refused.forEach((code, files) -> out.println(messages.get("cli.demo.refusal", code, text(files))));
        out.println(messages.get("cli.demo.practice", text(practised)));
    }

    private static void count(Map<String, long[]> kinds, LoggedDrop drop) {
        long[] counts = kinds.computeIfAbsent(kind(drop.receipt().file()), unused -> new long[5]);
        ReplyStatus status = drop.status().orElseThrow();
        counts[0]++;
        counts[1] += status == ReplyStatus.TAKEN ? drop.outcomes().read() : 0;
        counts[2] += status == ReplyStatus.TAKEN ? 1 : 0;
        counts[3] += status == ReplyStatus.SEEN ? 1 : 0;
        counts[4] += status == ReplyStatus.REFUSED ? 1 : 0;
    }

    /** By the file's name, as the office called it; of a file in a ZIP both. */
    private static String kind(String file) {
        String own = file.substring(file.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return file.contains(".zip!/") ? "ZIP: " + own : own;
    }

    private String text(long number) {
        return Rupiah.count(number, messages.language());
    }
}
