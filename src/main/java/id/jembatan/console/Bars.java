package id.jembatan.console;

import id.jembatan.domain.Messages;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A programme's places and money, drawn to scale and told in words: the picture alone says nothing. */
final class Bars {

    /** Units of a whole bar. */
    private static final int WHOLE = 1_000;

    private final Messages messages;
    private final Figures figures;

    Bars(Messages messages, Figures figures) {
        this.messages = messages;
        this.figures = figures;
    }

    /** {@code bar} (parts with {@code kind}, {@code x}, {@code width}; none without a quota), {@code words}, {@code numbers}. */
    Map<String, Object> places(ProgrammeStatus status) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("active", status.active());
        counts.put("sent", status.sent());
        counts.put("staged", status.staged());
        long used = status.active() + status.sent() + status.staged();
        List<Map<String, String>> numbers = new ArrayList<>();
        counts.forEach((kind, count) -> numbers.add(number(kind, count)));
        numbers.add(number("waiting", status.waiting()));
        if (status.left() != null) {
            numbers.add(number("free", status.left()));
        }
        Long quota = status.quota();
        return Map.of(
                "bar",
                quota == null ? List.of() : parts(counts, Math.max(Math.max(quota, used), 1)),
                "words",
                quota == null
                        ? messages.get("console.home.places.unlimited", figures.count(used))
                        : messages.get("console.home.places", figures.count(used), figures.count(quota)),
                "numbers",
                numbers);
    }

    private Map<String, String> number(String kind, long count) {
        return Map.of("kind", kind, "name", messages.get("console.home.number." + kind), "count", figures.count(count));
    }

    /** {@code bar} and {@code words}. */
    Map<String, Object> money(ProgrammeStatus status) {
        BigDecimal budget = status.budget();
        if (budget == null || budget.signum() <= 0) {
            return Map.of(
                    "bar", List.of(), "words", messages.get("console.home.money", figures.rupiah(status.committed())));
        }
        BigDecimal left = budget.subtract(status.committed());
        long used = status.committed()
                .multiply(BigDecimal.valueOf(WHOLE))
                .divide(budget, 0, RoundingMode.HALF_UP)
                .min(BigDecimal.valueOf(WHOLE))
                .longValue();
        return Map.of(
                "bar",
                List.of(part("money", 0, used)),
                "words",
                messages.get(
                        "console.home.money.of",
                        figures.rupiah(status.committed()),
                        figures.rupiah(budget),
                        figures.rupiah(left)));
    }

    /** Whoever is there is seen: nothing above none is narrower than a hair. */
    private static List<Map<String, String>> parts(Map<String, Long> counts, long whole) {
        List<Map<String, String>> parts = new ArrayList<>();
        long x = 0;
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            long width = count.getValue() == 0 ? 0 : Math.max(2, count.getValue() * WHOLE / whole);
            if (width > 0) {
                parts.add(part(count.getKey(), x, width));
            }
            x += width;
        }
        return parts;
    }

    private static Map<String, String> part(String kind, long x, long width) {
        return Map.of("kind", kind, "x", Long.toString(x), "width", Long.toString(width));
    }
}
