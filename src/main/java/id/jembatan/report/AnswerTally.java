package id.jembatan.report;

import id.jembatan.domain.AnswerReason;
import id.jembatan.domain.AnsweredLine;
import id.jembatan.domain.Field;
import id.jembatan.domain.RowPlace;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code lines.csv} of an answer file: a line a row, in file order, and no personal data. Keeps what the receipt says of
 * them: which fields were changed how often, and the first rows of each reason. Not thread-safe.
 */
public final class AnswerTally implements Closeable {

    private static final int MOST_PLACES = 50;

    private final Writer out;
    private final Map<Field, Long> changes = new EnumMap<>(Field.class);
    private final Map<AnswerReason, List<RowPlace>> places = new EnumMap<>(AnswerReason.class);
    private long rows;

    public AnswerTally(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
        CsvText.writeLine(out, "sheet", "row", "ref", "outcome", "reason", "changed");
    }

    /**
     * Writes one row.
     *
     * @param changed the fields that the branch wrote otherwise than they were sent
     */
    public void add(AnsweredLine line, Set<Field> changed) throws IOException {
        CsvText.writeLine(
                out,
                CsvText.name(line.place().sheet()),
                Integer.toString(line.place().row()),
                CsvText.name(line.ref().map(Object::toString).orElse("")),
                line.outcome().name(),
                line.reason().map(Enum::name).orElse(""),
                changed.stream().sorted().map(Field::key).collect(Collectors.joining(";")));
        changed.forEach(field -> changes.merge(field, 1L, Long::sum));
        line.reason().ifPresent(reason -> {
            List<RowPlace> first = places.computeIfAbsent(reason, it -> new ArrayList<>());
            if (first.size() < MOST_PLACES) {
                first.add(line.place());
            }
        });
        rows++;
    }

    public long rows() {
        return rows;
    }

    /** How many rows changed which field. */
    public Map<Field, Long> changes() {
        return Collections.unmodifiableMap(changes);
    }

    List<RowPlace> firstPlaces(AnswerReason reason) {
        return places.getOrDefault(reason, List.of());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
