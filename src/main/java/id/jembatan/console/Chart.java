package id.jembatan.console;

import id.jembatan.page.Figures;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Columns over months, drawn to scale for {@code chart.html}. A picture says nothing to who does not see it: the same
 * figures stand in the table beneath.
 */
final class Chart {

    /** On every drawing at most so many months are named. */
    private static final int MOST_NAMED = 12;

    private static final int MOST_STEPS = 5;

    /** Units; a lonely month is no wall. */
    private static final double WIDEST = 72;

    /** Of a month's width. */
    private static final double FILLED = 0.72;

    /**
     * One kind of column.
     *
     * @param kind its colour in the style
     * @param values one for each month
     */
    record Series(String kind, String name, List<Long> values) {

        Series {
            values = List.copyOf(values);
        }
    }

    private final Figures figures;
    private final ChartSize size;
    private final List<YearMonth> months;
    private final List<Series> series = new ArrayList<>();
    private final boolean stacked;
    private String lineName = "";
    private List<OptionalLong> line = List.of();
    private long atLeast = 1;

    /**
     * An empty drawing.
     *
     * @param stacked whether the kinds of a month stand on each other, and not side by side
     */
    Chart(Figures figures, ChartSize size, List<YearMonth> months, boolean stacked) {
        this.figures = figures;
        this.size = size;
        this.months = List.copyOf(months);
        this.stacked = stacked;
    }

    Chart with(Series more) {
        series.add(more);
        return this;
    }

    /** A line over the columns: what could be reached. */
    Chart withLine(String name, List<OptionalLong> values) {
        if (values.stream().anyMatch(OptionalLong::isPresent)) {
            lineName = name;
            line = List.copyOf(values);
        }
        return this;
    }

    /** So that drawings beside each other have one scale. */
    Chart upTo(long value) {
        atLeast = Math.max(atLeast, value);
        return this;
    }

    /** What the template draws. */
    Map<String, Object> drawn(String title) {
        long step = step(highest());
        long top = (highest() + step - 1) / step * step;
        Map<String, Object> drawn = new LinkedHashMap<>();
        drawn.put("title", title);
        drawn.put("size", size.name());
        drawn.put("box", "0 0 " + size.width() + " " + size.height());
        drawn.put("left", size.left());
        drawn.put("right", size.width());
        drawn.put("under", size.under());
        drawn.put("year", size.year());
        drawn.put("grid", grid(step, top));
        drawn.put("bars", bars(top));
        drawn.put("line", points(top));
        drawn.put("labels", labels());
        drawn.put("keys", keys());
        drawn.put("empty", series.stream().flatMap(one -> one.values().stream()).allMatch(value -> value == 0));
        return drawn;
    }

    private long highest() {
        long highest = atLeast;
        for (int i = 0; i < months.size(); i++) {
            long sum = 0;
            for (Series one : series) {
                sum = stacked
                        ? sum + one.values().get(i)
                        : Math.max(sum, one.values().get(i));
            }
            highest = Math.max(highest, sum);
        }
        for (OptionalLong value : line) {
            highest = Math.max(highest, value.orElse(0));
        }
        return highest;
    }

    /** 1, 2 or 5 of a power of ten: the smallest of which five reach the top. */
    static long step(long highest) {
        long power = 1;
        while (power * 10 * MOST_STEPS < highest) {
            power *= 10;
        }
        for (long times : new long[] {1, 2, 5}) {
            if (times * power * MOST_STEPS >= highest) {
                return times * power;
            }
        }
        return power * 10;
    }

    private List<Map<String, String>> grid(long step, long top) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (long value = 0; value <= top; value += step) {
            lines.add(Map.of("y", whole(size.y(value, top)), "label", figures.count(value)));
        }
        return lines;
    }

    private double pitch() {
        return (double) (size.width() - size.left()) / Math.max(1, months.size());
    }

    private List<Map<String, String>> bars(long top) {
        List<Map<String, String>> bars = new ArrayList<>();
        double filled = Math.min(pitch() * FILLED, WIDEST);
        double width = filled / (stacked ? 1 : Math.max(1, series.size()));
        for (int i = 0; i < months.size(); i++) {
            double x = size.left() + pitch() * i + (pitch() - filled) / 2;
            long below = 0;
            for (Series one : series) {
                long value = one.values().get(i);
                if (value > 0) {
                    double y = size.y(below + value, top);
                    Map<String, String> bar = new LinkedHashMap<>();
                    bar.put("kind", one.kind());
                    bar.put("x", whole(x));
                    bar.put("y", whole(y));
                    bar.put("width", whole(Math.max(2, width)));
                    bar.put("height", whole(Math.max(1, size.y(below, top) - y)));
                    bar.put("words", figures.month(months.get(i)) + ", " + one.name() + ": " + figures.count(value));
                    bars.add(bar);
                }
                if (stacked) {
                    below += value;
                } else {
                    x += width;
                }
            }
        }
        return bars;
    }

    private String points(long top) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < line.size(); i++) {
            if (line.get(i).isPresent()) {
                String y = whole(size.y(line.get(i).getAsLong(), top));
                points.append(whole(size.left() + pitch() * i))
                        .append(',')
                        .append(y)
                        .append(' ');
                points.append(whole(size.left() + pitch() * (i + 1)))
                        .append(',')
                        .append(y)
                        .append(' ');
            }
        }
        return points.toString().strip();
    }

    /** Each so many months, and the year where it begins. */
    private List<Map<String, String>> labels() {
        int each = 1;
        while ((months.size() + each - 1) / each > (size == ChartSize.SMALL ? MOST_NAMED / 3 : MOST_NAMED)) {
            each = each == 1 ? 3 : each * 2;
        }
        List<Map<String, String>> labels = new ArrayList<>();
        String year = "";
        for (int i = 0; i < months.size(); i += each) {
            String now = Integer.toString(months.get(i).getYear());
            labels.add(Map.of(
                    "x", whole(size.left() + pitch() * (i + 0.5)),
                    "text", figures.shortMonth(months.get(i)),
                    "year", size == ChartSize.SMALL || now.equals(year) ? "" : now));
            year = now;
        }
        return labels;
    }

    private List<Map<String, String>> keys() {
        List<Map<String, String>> keys = new ArrayList<>();
        series.forEach(one -> keys.add(Map.of("kind", one.kind(), "name", one.name())));
        if (!line.isEmpty()) {
            keys.add(Map.of("kind", "limit", "name", lineName));
        }
        return keys;
    }

    private static String whole(double units) {
        return Long.toString(Math.round(units));
    }
}
