package id.jembatan.report;

import id.jembatan.domain.Messages;
import id.jembatan.domain.RepairStanding;
import id.jembatan.domain.RowOutcome;
import id.jembatan.domain.RowPlace;
import id.jembatan.page.Figures;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a repaired list are repaired, still wrong and new, as ranges of their numbers for the receipt page. Keeps
 * the first {@value #MOST_RANGES} ranges of each, so memory does not grow with the list. Not thread-safe.
 */
public final class RowsByStanding {

    private static final int MOST_RANGES = 24;

    private final Map<RepairStanding, Ranges> ranges = new EnumMap<>(RepairStanding.class);

    /** Adds a row, in the file's order. */
    public void add(RowOutcome row) {
        ranges.computeIfAbsent(RepairStanding.of(row), standing -> new Ranges()).add(row.place());
    }

    /** {@code baris 2, 5–9, 12}, behind the name of each sheet where there are some; "" without rows. */
    String text(RepairStanding standing, Messages messages) {
        Ranges kept = ranges.get(standing);
        return kept == null ? "" : kept.text(messages);
    }

    /** From one row to another of one sheet. */
    private record Range(String sheet, int first, int last) {

        @Override
        public String toString() {
            return first == last ? Integer.toString(first) : first + "\u2013" + last;
        }
    }

    private static final class Ranges {

        private final List<Range> kept = new ArrayList<>();
        private long rows;

        void add(RowPlace place) {
            rows++;
            Range end = kept.isEmpty() ? new Range("", 0, 0) : kept.get(kept.size() - 1);
            if (!kept.isEmpty() && end.sheet().equals(place.sheet()) && end.last() + 1 == place.row()) {
                kept.set(kept.size() - 1, new Range(end.sheet(), end.first(), place.row()));
            } else if (kept.size() < MOST_RANGES) {
                kept.add(new Range(place.sheet(), place.row(), place.row()));
            }
        }

        String text(Messages messages) {
            List<String> sheets = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            long named = 0;
            for (int i = 0; i < kept.size(); i++) {
                Range range = kept.get(i);
                named += range.last() - range.first() + 1L;
                numbers.add(range.toString());
                if (i + 1 == kept.size() || !kept.get(i + 1).sheet().equals(range.sheet())) {
                    sheets.add(onSheet(range.sheet(), String.join(", ", numbers), messages));
                    numbers.clear();
                }
            }
            String more = rows > named
                    ? ", " + messages.get("report.names.more", new Figures(messages).count(rows - named))
                    : "";
            return String.join("; ", sheets) + more;
        }

        private static String onSheet(String sheet, String numbers, Messages messages) {
            return sheet.isEmpty()
                    ? messages.get("report.list.rows", numbers)
                    : messages.get("report.list.rows.sheet", Masked.text(sheet), numbers);
        }
    }
}
