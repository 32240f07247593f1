package id.jembatan.console;

import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.DayCounts;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.ReportDesk;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** One programme over its months: people against the quota, days to the card, causes of rejection, sectors. */
final class ProgrammeReport {

    /** More months than these are no picture: the latest are shown. */
    private static final int MOST_MONTHS = 36;

    private static final int HALF = 5;
    private static final int NINE_OF_TEN = 9;
    private static final int WHOLE = 1_000;

    private final ReportDesk desk;
    private final Messages messages;
    private final Figures figures;
    private final CauseMonths causes;

    ProgrammeReport(ReportDesk desk, Messages messages, Figures figures) {
        this.desk = desk;
        this.messages = messages;
        this.figures = figures;
        this.causes = new CauseMonths(desk, messages, figures);
    }

    /**
     * What is shown of it.
     *
     * @param issued the months with a contribution list
     */
    Map<String, Object> of(Programme programme, Set<YearMonth> issued) {
        List<CoveredMonths.Month> covered = latest(desk.months(programme));
        Map<YearMonth, DayCounts> cards = desk.cards(programme.key());
        Map<YearMonth, ListTally> lists = desk.lists(programme.key());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("covered", covered.isEmpty() ? Map.of() : covered(programme, covered, issued));
        shown.put("cards", cards.isEmpty() ? Map.of() : cards(cards));
        List<YearMonth> months = latest(months(lists));
        shown.put("causes", months.isEmpty() ? Map.of() : causes.of(months, lists));
        boolean hasSectors = lists.values().stream().anyMatch(ListTally::hasSectors);
        shown.put("sectors", hasSectors ? sectors(desk.sectors(programme.key())) : List.of());
        shown.put("years", years(programme));
        return shown;
    }

    /** Those in which it covers people or lists came. */
    List<String> years(Programme programme) {
        TreeSet<Integer> years = new TreeSet<>();
        desk.months(programme).forEach(month -> years.add(month.month().getYear()));
        desk.lists(programme.key()).keySet().forEach(month -> years.add(month.getYear()));
        return years.stream().map(Object::toString).toList();
    }

    private static <T> List<T> latest(List<T> months) {
        return months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
    }

    /** From the first with a list to the last, without a gap. */
    private static List<YearMonth> months(Map<YearMonth, ?> those) {
        List<YearMonth> months = new ArrayList<>();
        if (!those.isEmpty()) {
            TreeSet<YearMonth> sorted = new TreeSet<>(those.keySet());
            for (YearMonth month = sorted.first(); !month.isAfter(sorted.last()); month = month.plusMonths(1)) {
                months.add(month);
            }
        }
        return months;
    }

    private Map<String, Object> covered(Programme programme, List<CoveredMonths.Month> covered, Set<YearMonth> issued) {
        List<YearMonth> months =
                covered.stream().map(CoveredMonths.Month::month).toList();
        List<OptionalLong> quotas =
                months.stream().map(month -> quota(programme, month)).toList();
        Chart chart = new Chart(figures, ChartSize.LARGE, months, true)
                .with(new Chart.Series(
                        "s0",
                        messages.get("console.report.covered"),
                        covered.stream().map(CoveredMonths.Month::people).toList()))
                .withLine(messages.get("console.report.quota"), quotas);
        Sheet sheet = new Sheet(List.of(
                messages.get("console.report.month"),
                messages.get("console.report.covered"),
                messages.get("console.report.joined"),
                messages.get("console.report.left"),
                messages.get("console.report.quota"),
                messages.get("console.report.cost")));
        for (int i = 0; i < covered.size(); i++) {
            CoveredMonths.Month month = covered.get(i);
            sheet.linked(
                    figures.month(month.month()),
                    issued.contains(month.month()) ? IuranPages.address(programme, month.month()) : "",
                    figures.count(month.people()),
                    figures.count(month.joined()),
                    figures.count(month.left()),
                    quotas.get(i).isPresent() ? figures.count(quotas.get(i).getAsLong()) : "–",
                    figures.rupiah(month.cost().total()));
        }
        String title = messages.get("console.report.enrolled");
        return Map.of("chart", chart.drawn(title), "table", sheet.shown(title));
    }

    /** As it stands at the end of the month, or stood on the last day that is known. */
    private OptionalLong quota(Programme programme, YearMonth month) {
        LocalDate today = desk.today(programme.key());
        LocalDate last = month.atEndOfMonth();
        OptionalInt quota = programme.quotaOn(last.isAfter(today) ? today : last);
        return quota.isPresent() ? OptionalLong.of(quota.getAsInt()) : OptionalLong.empty();
    }

    private Map<String, Object> cards(Map<YearMonth, DayCounts> cards) {
        List<YearMonth> months = latest(months(cards));
        DayCounts none = new DayCounts();
        List<Long> half = new ArrayList<>();
        List<Long> most = new ArrayList<>();
        Sheet sheet = new Sheet(List.of(
                messages.get("console.report.month"),
                messages.get("console.report.cards.new"),
                messages.get("console.report.half"),
                messages.get("console.report.nine")));
        for (YearMonth month : months) {
            DayCounts days = cards.getOrDefault(month, none);
            half.add(days.within(HALF).orElse(0));
            most.add(days.within(NINE_OF_TEN).orElse(0));
            sheet.line(
                    figures.month(month),
                    figures.count(days.people()),
                    days(days.within(HALF)),
                    days(days.within(NINE_OF_TEN)));
        }
        Chart chart = new Chart(figures, ChartSize.LARGE, months, false)
                .with(new Chart.Series("s1", messages.get("console.report.half"), half))
                .with(new Chart.Series("s2", messages.get("console.report.nine"), most));
        String title = messages.get("console.report.cards");
        return Map.of("chart", chart.drawn(title), "table", sheet.shown(title));
    }

    private String days(OptionalLong days) {
        return days.isPresent() ? messages.get("console.report.days", figures.count(days.getAsLong())) : "–";
    }

    /** The largest first: {@code name}, {@code people}, {@code share}, {@code width}. */
    private List<Map<String, String>> sectors(Map<String, Long> sectors) {
        long all = sectors.values().stream().mapToLong(Long::longValue).sum();
        long most = sectors.values().stream().mapToLong(Long::longValue).max().orElse(1);
        return sectors.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(sector -> Map.of(
                        "name",
                                sector.getKey().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + sector.getKey().substring(1),
                        "people", figures.count(sector.getValue()),
                        "share", figures.share(sector.getValue(), all),
                        "width", Long.toString(Math.max(2, sector.getValue() * WHOLE / most))))
                .toList();
    }
}
