package id.jembatan.console;

import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.DayCounts;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.ReportDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Regencies side by side in one calendar year: each a drawing of the same scale, and their figures in tables. */
final class RegencyReport {

    private static final int MONTHS = 12;
    private static final int HALF = 5;

    private final ReportDesk desk;
    private final Messages messages;
    private final Figures figures;

    RegencyReport(ReportDesk desk, Messages messages, Figures figures) {
        this.desk = desk;
        this.messages = messages;
        this.figures = figures;
    }

    /** A regency and what of it is looked at. */
    record Seen(Regency regency, List<Programme> programmes) {}

    /** {@code charts}, {@code months} and {@code sums}; all empty for a single one, who stands beside nobody. */
    Map<String, Object> of(List<Seen> regencies, int year) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (regencies.size() < 2) {
            return Map.of("charts", List.of());
        }
        List<YearMonth> months = Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(MONTHS)
                .toList();
        List<List<Long>> people = new ArrayList<>();
        for (Seen one : regencies) {
            Map<YearMonth, Long> sums = sums(one, CoveredMonths.Month::people);
            people.add(
                    months.stream().map(month -> sums.getOrDefault(month, 0L)).toList());
        }
        long highest = people.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Map<String, Object>> charts = new ArrayList<>();
        for (int i = 0; i < regencies.size(); i++) {
            charts.add(new Chart(figures, ChartSize.SMALL, months, true)
                    .with(new Chart.Series("s0", messages.get("console.report.covered"), people.get(i)))
                    .upTo(highest)
                    .drawn(regencies.get(i).regency().name()));
        }
        shown.put("charts", charts);
        shown.put("months", monthsTable(regencies, months, people));
        shown.put("sums", sumsTable(regencies, months, people, year));
        return shown;
    }

    private Map<YearMonth, Long> sums(Seen seen, Function<CoveredMonths.Month, Long> what) {
        Map<YearMonth, Long> sums = new TreeMap<>();
        for (Programme programme : seen.programmes()) {
            desk.months(programme).forEach(month -> sums.merge(month.month(), what.apply(month), Long::sum));
        }
        return sums;
    }

    private Map<String, Object> monthsTable(List<Seen> regencies, List<YearMonth> months, List<List<Long>> people) {
        List<String> heads = new ArrayList<>(List.of(messages.get("console.report.month")));
        regencies.forEach(one -> heads.add(one.regency().name()));
        Sheet sheet = new Sheet(heads);
        for (int i = 0; i < months.size(); i++) {
            int at = i;
            sheet.line(
                    figures.month(months.get(i)),
                    people.stream().map(each -> figures.count(each.get(at))).toArray(String[]::new));
        }
        return sheet.shown(messages.get("console.report.regencies.months"));
    }

    private Map<String, Object> sumsTable(
            List<Seen> regencies, List<YearMonth> months, List<List<Long>> people, int year) {
        Sheet sheet = new Sheet(List.of(
                messages.get("console.reviews.regency"),
                messages.get("console.report.most"),
                messages.get("console.report.quota"),
                messages.get("console.report.filled"),
                messages.get("console.report.cost"),
                messages.get("console.report.read"),
                messages.get("console.report.rate"),
                messages.get("console.report.half.card")));
        for (int i = 0; i < regencies.size(); i++) {
            Seen one = regencies.get(i);
            int most = most(people.get(i));
            long covered = people.get(i).get(most);
            long quota = quota(one, months.get(most));
            ListTally lists = lists(one, year);
            sheet.line(
                    one.regency().name(),
                    covered == 0
                            ? "–"
                            : messages.get(
                                    "console.report.most.in",
                                    figures.count(covered),
                                    figures.shortMonth(months.get(most))),
                    quota == 0 ? "–" : figures.count(quota),
                    figures.share(limited(one, months.get(most)), quota),
                    figures.rupiah(cost(one, year)),
                    figures.count(lists.rows().read()),
                    figures.share(
                            lists.rows().of(Outcome.REJECTED), lists.rows().read()),
                    half(one, year));
        }
        return sheet.shown(messages.get("console.report.regencies.sums", Integer.toString(year)));
    }

    /** The first month with most people. */
    private static int most(List<Long> people) {
        int most = 0;
        for (int i = 1; i < people.size(); i++) {
            if (people.get(i) > people.get(most)) {
                most = i;
            }
        }
        return most;
    }

    private static boolean hasQuotaIn(Programme programme, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        return programme.active()
                && !month.isBefore(programme.start())
                && !month.isAfter(programme.endOn(last))
                && programme.quotaOn(last).isPresent();
    }

    /** Of the programmes that have one in the month. */
    private static long quota(Seen seen, YearMonth month) {
        return seen.programmes().stream()
                .filter(programme -> hasQuotaIn(programme, month))
                .mapToLong(programme -> programme.quotaOn(month.atEndOfMonth()).orElse(0))
                .sum();
    }

    /** The people of the programmes that have a quota in the month. */
    private long limited(Seen seen, YearMonth month) {
        return seen.programmes().stream()
                .filter(programme -> hasQuotaIn(programme, month))
                .flatMap(programme -> desk.months(programme).stream())
                .filter(each -> each.month().equals(month))
                .mapToLong(CoveredMonths.Month::people)
                .sum();
    }

    private BigDecimal cost(Seen seen, int year) {
        return seen.programmes().stream()
                .flatMap(programme -> desk.months(programme).stream())
                .filter(month -> month.month().getYear() == year)
                .map(month -> month.cost().total())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private ListTally lists(Seen seen, int year) {
        ListTally sum = new ListTally();
        seen.programmes().forEach(programme -> sum.add(ReportDesk.ofYear(desk.lists(programme.key()), year)));
        return sum;
    }

    private String half(Seen seen, int year) {
        DayCounts days = new DayCounts();
        seen.programmes().forEach(programme -> desk.cards(programme.key()).forEach((month, counts) -> {
            if (month.getYear() == year) {
                days.add(counts);
            }
        }));
        return days.within(HALF).isPresent()
                ? messages.get(
                        "console.report.days", figures.count(days.within(HALF).getAsLong()))
                : "–";
    }
}
