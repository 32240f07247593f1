package id.jembatan.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Places;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RowCounts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.json}: what a script of the regency or of ours reads about one drop (SPEC section 7). Holds no
 * personal data: runs of 16 digits in names are masked. Times carry the regency's offset.
 */
public final class Summary {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** The order of SPEC's {@code rows}, which is not the order of deciding. */
    static final List<Outcome> ORDER = List.of(
            Outcome.ACCEPTED,
            Outcome.WAITLISTED,
            Outcome.UPDATED,
            Outcome.UNCHANGED,
            Outcome.DUPLICATE,
            Outcome.COVERED,
            Outcome.REVIEW,
            Outcome.REJECTED);

    /** Of a list of leavers. */
    private static final List<Outcome> OF_LEAVERS = List.of(Outcome.ENDED, Outcome.UNCHANGED, Outcome.REJECTED);

    private final Messages messages;

    /** What the rows of the list can become, in published order. */
    static List<Outcome> order(Receipt receipt) {
        return receipt.leavers() ? OF_LEAVERS : ORDER;
    }

    public Summary(Messages messages) {
        this.messages = messages;
    }

    /** How the summary is laid out as JSON: a line for each value, the same bytes each time. */
    public static ObjectMapper layout() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return new ObjectMapper().setDefaultPrettyPrinter(printer).enable(SerializationFeature.INDENT_OUTPUT);
    }

    /**
     * What the summary holds, in its published order.
     *
     * @param list how a repaired list stands; empty for any other drop
     * @param zone of the regency
     * @throws IllegalStateException when the rows do not balance: nothing may then be published
     */
    public Map<String, @Nullable Object> of(Reply reply, Optional<RepairTally> list, ZoneId zone) {
        reply.rows().requireBalanced();
        Receipt receipt = reply.receipt();
        DropReading reading = reply.reading();
        boolean seen = reply.status() == ReplyStatus.SEEN;
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        summary.put("drop", receipt.id().value());
        summary.put("file", Masked.text(receipt.file()));
        summary.put("sha256", receipt.sha256());
        summary.put("regency", receipt.regency().map(RegencyCode::value).orElse(null));
        summary.put("programme", receipt.programme().map(key -> key.id()).orElse(null));
        summary.put("receivedAt", time(receipt.receivedAt(), zone));
        if (seen) {
            summary.put(
                    "firstReceivedAt",
                    receipt.firstReceivedAt().map(first -> time(first, zone)).orElse(null));
        }
        summary.put("status", reply.status().name());
        summary.put("reason", reason(reply));
        summary.put("rows", rows(reply.rows(), order(receipt)));
        summary.put("findings", findings(reading));
        summary.put("ignored", reading.ignored().stream().map(Summary::ignored).toList());
        summary.put("ignoredLines", reading.ignoredLines());
        summary.put("emptyLines", reading.emptyLines());
        summary.put("columns", columns(reading));
        summary.put("changed", changed(reading));
        summary.put("sectors", new TreeMap<>(reading.sectors()));
        list.ifPresent(tally -> summary.put("list", list(tally)));
        summary.put("places", reply.places().map(Summary::places).orElse(null));
        if (reply.proposed().isPresent()) {
            summary.put("proposedLeavers", reply.proposed().getAsLong());
        }
        summary.put("rules", reply.rules());
        if (seen) {
            summary.put("judgedOtherwise", reply.judgedOtherwise());
        }
        return summary;
    }

    private @Nullable Map<String, String> reason(Reply reply) {
        return reply.refusal()
                .map(refusal -> {
                    Map<String, String> reason = new LinkedHashMap<>();
                    reason.put("code", refusal.code().name());
                    reason.put("message", Masked.text(messages.sentence(refusal)));
                    return reason;
                })
                .orElse(null);
    }

    private static Map<String, Long> rows(RowCounts counts, List<Outcome> order) {
        Map<String, Long> rows = new LinkedHashMap<>();
        rows.put("read", counts.read());
        order.forEach(outcome -> rows.put(RowCounts.nameOf(outcome), counts.of(outcome)));
        return rows;
    }

    private static Map<String, Long> findings(DropReading reading) {
        Map<String, Long> findings = new LinkedHashMap<>();
        reading.orderedFindings().forEach((code, tally) -> findings.put(code.name(), tally.rows()));
        return findings;
    }

    private static Map<String, @Nullable Object> ignored(IgnoredLine line) {
        Map<String, @Nullable Object> ignored = new LinkedHashMap<>();
        ignored.put("sheet", Masked.text(line.sheet()));
        ignored.put("row", line.row() == 0 ? null : line.row());
        ignored.put("why", line.why().name());
        return ignored;
    }

    private static Map<String, Object> columns(DropReading reading) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put(
                "recognised",
                reading.columns().stream()
                        .filter(column ->
                                column.field().filter(field -> !field.isOurs()).isPresent())
                        .map(column -> {
                            Map<String, String> recognised = new LinkedHashMap<>();
                            recognised.put("header", Masked.text(column.header()));
                            recognised.put(
                                    "field", column.field().map(Field::key).orElse(""));
                            return recognised;
                        })
                        .toList());
        columns.put(
                "unknown",
                reading.columns().stream()
                        .filter(column -> column.field().isEmpty())
                        .map(column -> Masked.text(column.header()))
                        .toList());
        return columns;
    }

    private static Map<String, Long> changed(DropReading reading) {
        Map<Field, Long> ordered = new EnumMap<>(Field.class);
        ordered.putAll(reading.changed());
        Map<String, Long> changed = new LinkedHashMap<>();
        ordered.forEach((field, rows) -> changed.put(field.key(), rows));
        return changed;
    }

    private static Map<String, Long> list(RepairTally tally) {
        Map<String, Long> list = new LinkedHashMap<>();
        list.put("repaired", tally.repaired());
        list.put("stillWrong", tally.stillWrong());
        list.put("new", tally.fresh());
        list.put("left", tally.left());
        return list;
    }

    private static Map<String, @Nullable Object> places(Places places) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("quota", orNull(places.quota()));
        out.put("used", places.used());
        out.put("left", orNull(places.left()));
        return out;
    }

    private static @Nullable Long orNull(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }

    private static String time(Instant moment, ZoneId zone) {
        return TIME.format(moment.atZone(zone));
    }
}
