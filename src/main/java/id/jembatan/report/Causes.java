package id.jembatan.report;

import id.jembatan.domain.Cause;
import id.jembatan.domain.DropReading;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.IgnoredLine;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Reply;
import id.jembatan.domain.ReplyStatus;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowPlace;
import id.jembatan.domain.Severity;
import id.jembatan.page.Figures;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What reading and judging found, in the words of the receipt page. */
final class Causes {

    /** More names than this make no page of it. */
    private static final int MOST_NAMES = 20;

    private final Messages messages;
    private final Figures figures;

    Causes(Messages messages, Figures figures) {
        this.messages = messages;
        this.figures = figures;
    }

    /**
     * The cause with most rows first, equal ones in the catalogue's order. Notes stand last however many: they are no cause
     * of anything, and a clerk reads from the top.
     */
    List<Map<String, String>> largestFirst(Reply reply) {
        return largestFirst(reply.reading(), reply.status() == ReplyStatus.REFUSED);
    }

    /** The same of what was read, whether or not a reply is written. */
    List<Map<String, String>> largestFirst(DropReading reading, boolean refused) {
        Comparator<Cause> notesLast = Comparator.comparing(cause -> cause.severity() == Severity.INFO);
        Comparator<Cause> largest = notesLast
                .thenComparing(Comparator.comparingLong(Cause::rows).reversed())
                .thenComparing(cause -> cause.code().map(Enum::ordinal).orElse(Integer.MAX_VALUE))
                .thenComparing(Cause::name);
        return withoutRootsOfOne(reading.causes()).stream()
                .sorted(largest)
                .map(cause -> cause(cause, reading, refused))
                .toList();
    }

    /** What is told by its code alone is one cause, whether or not a common mistake was suspected behind one of its rows. */
    private static Collection<Cause> withoutRootsOfOne(List<Cause> causes) {
        Map<String, Cause> told = new LinkedHashMap<>();
        for (Cause cause : causes) {
            if (cause.common().isPresent()) {
                told.put("root " + cause.name(), cause);
            } else {
                cause.code().ifPresent(code -> told.merge("code " + code, cause, Causes::together));
            }
        }
        return told.values();
    }

    private static Cause together(Cause one, Cause other) {
        return new Cause(
                Optional.empty(),
                one.code(),
                one.rows() + other.rows(),
                isBefore(one.first(), other.first()) ? one.first() : other.first(),
                isBefore(one.last(), other.last()) ? other.last() : one.last(),
                one.field());
    }

    /** On one sheet; across sheets the one that was found first stands. */
    private static boolean isBefore(RowPlace one, RowPlace other) {
        return !one.sheet().equals(other.sheet()) || one.row() <= other.row();
    }

    private Map<String, String> cause(Cause cause, DropReading reading, boolean refused) {
        String column =
                cause.root().filter(RootCause.ROWS_SHIFTED::equals).isPresent() ? "" : column(cause.field(), reading);
        return Map.of(
                "code", cause.code().map(Enum::name).orElse(""),
                "rows", figures.count(cause.rows()),
                "weight", weight(cause),
                "severity", cause.severity().name(),
                "sentence", sentence(cause, column),
                "column", column,
                "example", example(cause),
                "action", action(cause, refused));
    }

    private String sentence(Cause cause, String column) {
        return cause.common()
                .map(root -> messages.get("report.root." + root, column))
                .orElseGet(() -> messages.sentence(Finding.of(cause.code().orElseThrow())));
    }

    /** A refused file gives no rows back to mend: where the advice speaks of them there is another for it. */
    private String action(Cause cause, boolean refused) {
        Optional<String> instead = refused
                ? messages.find(
                        "report.refused." + cause.common().map(Enum::name).orElseGet(cause::name) + ".action")
                : Optional.empty();
        return instead.or(() -> cause.common().map(root -> messages.get("report.root." + root + ".action")))
                .orElseGet(() -> messages.action(cause.code().orElseThrow()));
    }

    /** Those for which there is no line of their own, in one sentence; "" for none. */
    String inShort(List<Map<String, String>> rest) {
        return rest.isEmpty()
                ? ""
                : messages.get(
                        "report.causes.more",
                        rest.stream()
                                .map(cause -> messages.get(
                                        "report.cause.short",
                                        cause.getOrDefault("sentence", "").replaceFirst("[.]$", ""),
                                        cause.getOrDefault("code", ""),
                                        cause.getOrDefault("rows", ""),
                                        cause.getOrDefault("example", "")))
                                .collect(Collectors.joining("; ")));
    }

    /** Where it is seen; a block of rows from its first to its last. */
    private String example(Cause cause) {
        return cause.isBlock()
                ? messages.get(
                        "report.place.block", place(cause.first()), cause.last().row())
                : messages.get("report.cause.example", place(cause.first()));
    }

    /** Some codes stop a row in one kind of programme only; they have a text of their own. */
    private String weight(Cause cause) {
        return cause.code()
                .flatMap(code -> messages.find("report.severity." + code))
                .orElseGet(() -> messages.get("report.severity." + cause.severity()));
    }

    /** The header as the office wrote it. */
    private static String column(Field field, DropReading reading) {
        return header(field, reading)
                .or(() -> FaultyColumn.joined(field).flatMap(joined -> header(joined, reading)))
                .map(Masked::text)
                .orElse("");
    }

    private static Optional<String> header(Field field, DropReading reading) {
        return reading.columns().stream()
                .filter(column -> column.field().filter(field::equals).isPresent())
                .map(DropReading.Column::header)
                .findFirst();
    }

    private String place(RowPlace place) {
        return place.sheet().isEmpty()
                ? messages.get("report.place.row", place.row())
                : messages.get("report.place.sheet", Masked.text(place.sheet()), place.row());
    }

    /** One sentence a reason, with how many lines; sheets by name. */
    List<String> ignored(DropReading reading) {
        Map<IgnoredLine.Why, Long> lines = new EnumMap<>(IgnoredLine.Why.class);
        Map<IgnoredLine.Why, Set<String>> sheets = new EnumMap<>(IgnoredLine.Why.class);
        for (IgnoredLine line : reading.ignored()) {
            lines.merge(line.why(), 1L, Long::sum);
            if (line.row() == 0) {
                sheets.computeIfAbsent(line.why(), why -> new LinkedHashSet<>()).add(Masked.text(line.sheet()));
            }
        }
        List<String> sentences = new ArrayList<>();
        lines.forEach((why, count) -> sentences.add(messages.get(
                "report.ignored." + why, figures.count(count), names(sheets.getOrDefault(why, Set.of())))));
        long unnamed = reading.ignoredLines()
                - reading.ignored().stream().filter(line -> line.row() > 0).count();
        if (unnamed > 0) {
            sentences.add(messages.get("report.ignored.more", figures.count(unnamed)));
        }
        if (reading.emptyLines() > 0) {
            sentences.add(messages.get("report.ignored.empty", figures.count(reading.emptyLines())));
        }
        return sentences;
    }

    /** The headers that mean nothing to us, or ""; of a refused file, which gives no column back, nothing is said. */
    String unknownColumns(Reply reply) {
        if (reply.status() == ReplyStatus.REFUSED) {
            return "";
        }
        return names(reply.reading().columns().stream()
                .filter(column -> column.field().isEmpty() && !column.header().isBlank())
                .map(column -> Masked.text(column.header()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private String names(Set<String> names) {
        String first = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return names.size() <= MOST_NAMES
                ? first
                : first + " " + messages.get("report.names.more", figures.count(names.size() - MOST_NAMES));
    }
}
