package id.jembatan.console;

import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.ReportDesk;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why rows did not enter, month by month: the most frequent causes by themselves, all others together. */
final class CauseMonths {

    private static final int SHOWN = 3;
    private static final ListTally NONE = new ListTally();

    private final ReportDesk desk;
    private final Messages messages;
    private final Figures figures;

    CauseMonths(ReportDesk desk, Messages messages, Figures figures) {
        this.desk = desk;
        this.messages = messages;
        this.figures = figures;
    }

    /** {@code chart} and {@code table}. */
    Map<String, Object> of(List<YearMonth> months, Map<YearMonth, ListTally> lists) {
        ListTally sum = new ListTally();
        months.forEach(month -> sum.add(lists.getOrDefault(month, NONE)));
        List<ListTally.Mistake> first = sum.largestFirst().stream().limit(SHOWN).toList();
        Chart chart = new Chart(figures, ChartSize.LARGE, months, true);
        List<String> heads = new ArrayList<>(List.of(
                messages.get("console.report.month"),
                messages.get("console.report.read"),
                messages.get("console.report.rejected")));
        List<List<Long>> columns = new ArrayList<>();
        for (ListTally.Mistake mistake : first) {
            List<Long> rows = months.stream()
                    .map(month -> rowsOf(lists.getOrDefault(month, NONE), mistake.name()))
                    .toList();
            String name = desk.sentence(mistake).replaceFirst("[.]$", "");
            chart.with(new Chart.Series("s" + columns.size(), name, rows));
            heads.add(name);
            columns.add(rows);
        }
        if (sum.largestFirst().size() > SHOWN) {
            List<Long> rest = new ArrayList<>();
            for (int i = 0; i < months.size(); i++) {
                long others = lists.getOrDefault(months.get(i), NONE).largestFirst().stream()
                        .mapToLong(ListTally.Mistake::rows)
                        .sum();
                for (List<Long> column : columns) {
                    others -= column.get(i);
                }
                rest.add(others);
            }
            String name = messages.get("console.report.causes.others");
            chart.with(new Chart.Series("s" + columns.size(), name, rest));
            heads.add(name);
            columns.add(rest);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("chart", chart.drawn(messages.get("console.report.causes")));
        shown.put("table", table(heads, months, lists, columns));
        return shown;
    }

    private static long rowsOf(ListTally lists, String mistake) {
        return lists.largestFirst().stream()
                .filter(one -> one.name().equals(mistake))
                .mapToLong(ListTally.Mistake::rows)
                .sum();
    }

    private Map<String, Object> table(
            List<String> heads, List<YearMonth> months, Map<YearMonth, ListTally> lists, List<List<Long>> columns) {
        Sheet sheet = new Sheet(heads);
        for (int i = 0; i < months.size(); i++) {
            ListTally month = lists.getOrDefault(months.get(i), NONE);
            List<String> cells = new ArrayList<>(List.of(
                    figures.count(month.rows().read()),
                    figures.count(month.rows().of(Outcome.REJECTED))));
            for (List<Long> column : columns) {
                cells.add(figures.count(column.get(i)));
            }
            sheet.line(figures.month(months.get(i)), cells.toArray(String[]::new));
        }
        return sheet.shown(messages.get("console.report.causes"));
    }
}
