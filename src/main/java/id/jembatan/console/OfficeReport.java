package id.jembatan.console;

import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.ReportDesk;
import id.jembatan.pipeline.SendingOffice;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How good the lists of an office are, in one calendar year. */
final class OfficeReport {

    private static final int MONTHS = 12;

    private final ReportDesk desk;
    private final Figures figures;
    private final CauseMonths causes;

    OfficeReport(ReportDesk desk, Messages messages, Figures figures) {
        this.desk = desk;
        this.figures = figures;
        this.causes = new CauseMonths(desk, messages, figures);
    }

    static String address(SendingOffice office) {
        return "/reports/offices/" + office.regency().code() + "/" + office.slug();
    }

    /** It beside all others. */
    Map<String, String> line(SendingOffice office, int year) {
        return sums(office, ReportDesk.ofYear(desk.lists(office), year));
    }

    private Map<String, String> sums(SendingOffice office, ListTally sum) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("address", address(office));
        line.put("called", office.name());
        line.put("regency", office.regency().name());
        line.put("lists", figures.count(sum.taken()));
        line.put("refused", figures.count(sum.refused()));
        line.put("read", figures.count(sum.rows().read()));
        line.put("rejected", figures.count(sum.rows().of(Outcome.REJECTED)));
        line.put(
                "rate",
                figures.share(sum.rows().of(Outcome.REJECTED), sum.rows().read()));
        return line;
    }

    /**
     * It alone, with the causes of each month.
     *
     * @param lists of the office, by month
     * @param last the month that runs
     */
    Map<String, Object> of(SendingOffice office, Map<YearMonth, ListTally> lists, int year, YearMonth last) {
        ListTally sum = ReportDesk.ofYear(lists, year);
        List<YearMonth> months = Stream.iterate(YearMonth.of(year, 1), month -> month.plusMonths(1))
                .limit(MONTHS)
                .filter(month -> !month.isAfter(last))
                .toList();
        Map<String, Object> shown = new LinkedHashMap<>(sums(office, sum));
        shown.put("year", Integer.toString(year));
        shown.put("mistakes", desk.mistakes(sum));
        shown.put("causes", causes.of(months, lists));
        return shown;
    }
}
