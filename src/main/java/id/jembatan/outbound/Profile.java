package id.jembatan.outbound;

import id.jembatan.domain.EnrolmentLedger.Told;
import id.jembatan.domain.Field;
import id.jembatan.domain.Worker;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The layout of the files for a branch, as {@code config/outbound/<name>.yaml} tells it (SPEC section 8).
 *
 * @param csv how a CSV is written; empty for XLSX
 * @param maxRows people in one file, the header not counted
 * @param fileName with {@code {batch}} and {@code {nnn}}, the file's number from 001; where the batch is split also
 *     {@code {group}}, the value that the file's people share
 * @param split by which field the batch is split into files; empty = only by {@code maxRows}
 * @param codes what the branch writes for our values, by the source's name
 */
public record Profile(
        String name,
        String version,
        Optional<Csv> csv,
        int maxRows,
        DateTimeFormatter dateForm,
        String fileName,
        Optional<Field> split,
        Map<String, Map<String, String>> codes,
        List<Column> columns) {

    private static final int LONGEST_GROUP = 40;
    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    public Profile {
        codes = Map.copyOf(codes);
        columns = List.copyOf(columns);
    }

    /**
     * How the lines of a CSV are written; always in UTF-8, the only one here that can hold every name.
     *
     * @param bom begin with a byte order mark
     */
    public record Csv(char delimiter, boolean bom, String lineEnd) {}

    /**
     * One column.
     *
     * @param form where it differs: a date form, or {@code local} for a phone number
     */
    record Column(String header, Source source, Optional<String> form) {}

    /** Months by name are in the branch's language: not in that of the machine, which the bytes must not depend on. */
    static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, INDONESIAN);
    }

    /** The name of the batch's n-th file, n from 1. */
    String fileName(String batch, int number, String group) {
        return fileName.replace("{batch}", batch)
                .replace("{nnn}", "%03d".formatted(number))
                .replace("{group}", slug(group));
    }

    private static String slug(String group) {
        String slug =
                group.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String shortened = slug.substring(0, Math.min(slug.length(), LONGEST_GROUP));
        return shortened.isEmpty() ? "0" : shortened;
    }

    /** What the people of one file have in common; "" where the batch is not split. */
    String groupOf(Worker worker) {
        return split.map(field -> worker.texts().get(field)).orElse("").toUpperCase(Locale.ROOT);
    }

    /** Whether a branch would read the second as another than the first: only what the layout carries is asked. */
    public boolean differs(Told before, Told after) {
        return columns.stream()
                .map(column -> column.source().told())
                .flatMap(Optional::stream)
                .anyMatch(told -> !told.apply(before).equals(told.apply(after)));
    }

    List<String> headers() {
        return columns.stream().map(Column::header).toList();
    }
}
