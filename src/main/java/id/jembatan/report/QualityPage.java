package id.jembatan.report;

import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The quality card of an office that sends lists: a page to print or to send. Counts and advice; nobody by name. */
public final class QualityPage {

    /** More than these a clerk does not mend at once. */
    private static final int MISTAKES = 3;

    private final Figures figures;
    private final Mistakes mistakes;
    private final Pages pages;

    public QualityPage(Messages messages) {
        this.figures = new Figures(messages);
        this.mistakes = new Mistakes(messages);
        this.pages = new Pages(messages);
    }

    /**
     * The page as HTML.
     *
     * @param year of the lists that are counted
     * @param day on which it is counted
     */
    public String text(String regency, String office, int year, LocalDate day, ListTally tally) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regency", regency);
        values.put("office", office);
        values.put("year", Integer.toString(year));
        values.put("day", figures.day(day));
        values.put("lists", figures.count(tally.taken()));
        values.put("refused", figures.count(tally.refused()));
        values.put("read", figures.count(tally.rows().read()));
        values.put("rejected", figures.count(tally.rows().of(Outcome.REJECTED)));
        values.put(
                "rate",
                figures.share(tally.rows().of(Outcome.REJECTED), tally.rows().read()));
        values.put("mistakes", mistakes.of(tally, MISTAKES));
        return pages.text("quality.html", values);
    }
}
