package id.jembatan.report;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.DayCounts;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeYear;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A programme's year on a page to print and sign, for the dinas: people, money, lists. Names nobody. */
public final class YearPage {

    private static final int MISTAKES = 3;
    private static final int HALF = 5;
    private static final int NINE_OF_TEN = 9;

    private final Messages messages;
    private final Figures figures;
    private final Mistakes mistakes;
    private final Pages pages;

    public YearPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.mistakes = new Mistakes(messages);
        this.pages = new Pages(messages);
    }

    /** The page as HTML. */
    public String text(ProgrammeYear told) throws IOException {
        Programme programme = told.programme();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regency", told.regency().name());
        values.put("programme", programme.name());
        values.put("agency", programme.agency().isEmpty() ? told.regency().name() : programme.agency());
        values.put("year", Integer.toString(told.year()));
        values.put("day", figures.day(told.day()));
        values.put("people", people(told));
        values.put("money", money(told));
        values.put(
                "protections",
                programme.orderedProtections().stream().map(Enum::name).toList());
        values.put("months", months(told));
        values.put("lists", lists(told));
        values.put("mistakes", mistakes.of(told.lists(), MISTAKES));
        return pages.text("year.html", values);
    }

    private List<Map<String, String>> people(ProgrammeYear told) {
        List<Map<String, String>> facts = new ArrayList<>();
        told.places().quota().ifPresent(quota -> facts.add(fact("quota", figures.count(quota))));
        facts.add(fact("joined", figures.count(told.joined())));
        facts.add(fact("left", figures.count(told.left())));
        facts.add(fact("covered", figures.count(told.people())));
        facts.add(fact("waiting", figures.count(told.places().waiting())));
        DayCounts cards = told.cards();
        facts.add(fact("cards", figures.count(cards.people())));
        cards.within(HALF)
                .ifPresent(half -> facts.add(fact(
                        "days",
                        messages.get(
                                "report.year.days.words",
                                figures.count(half),
                                figures.count(cards.within(NINE_OF_TEN).orElse(half))))));
        return facts;
    }

    private List<Map<String, String>> money(ProgrammeYear told) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("cost", figures.rupiah(told.cost().total())));
        told.due().ifPresent(due -> facts.add(fact("due", figures.rupiah(due))));
        told.places().budget().ifPresent(budget -> facts.add(fact("budget", figures.rupiah(budget))));
        facts.add(fact("committed", figures.rupiah(told.places().committed())));
        told.places()
                .budget()
                .map(budget -> budget.subtract(told.places().committed()))
                .ifPresent(left -> facts.add(
                        fact(left.signum() < 0 ? "budget-short" : "budget-left", figures.rupiah(left.abs()))));
        return facts;
    }

    /** A line a month, and what they come to. */
    private List<Map<String, Object>> months(ProgrammeYear told) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (CoveredMonths.Month month : told.months()) {
            lines.add(line(
                    told.programme(),
                    figures.monthName(month.month()),
                    figures.count(month.people()),
                    figures.count(month.joined()),
                    figures.count(month.left()),
                    month.cost(),
                    issued(told, month.month())));
        }
        lines.add(line(
                told.programme(),
                messages.get("report.year.total"),
                "",
                figures.count(told.joined()),
                figures.count(told.left()),
                told.cost(),
                told.due().map(figures::rupiah).orElse("–")));
        return lines;
    }

    private String issued(ProgrammeYear told, YearMonth month) {
        return told.issued().stream()
                .filter(list -> list.month().equals(month))
                .map(IuranFigures::due)
                .map(Contribution::total)
                .map(figures::rupiah)
                .findFirst()
                .orElse("–");
    }

    private Map<String, Object> line(
            Programme programme,
            String name,
            String people,
            String joined,
            String left,
            Contribution cost,
            String issued) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", name);
        line.put("people", people);
        line.put("joined", joined);
        line.put("left", left);
        line.put(
                "parts",
                programme.orderedProtections().stream()
                        .map(cost::part)
                        .map(figures::rupiah)
                        .toList());
        line.put("cost", figures.rupiah(cost.total()));
        line.put("issued", issued);
        return line;
    }

    private List<Map<String, String>> lists(ProgrammeYear told) {
        List<Map<String, String>> facts = new ArrayList<>();
        facts.add(fact("taken", figures.count(told.lists().taken())));
        facts.add(fact("refused", figures.count(told.lists().refused())));
        facts.add(fact("read", figures.count(told.lists().rows().read())));
        for (Outcome outcome : Outcome.values()) {
            long rows = told.lists().rows().of(outcome);
            if (rows > 0) {
                facts.add(Map.of("name", messages.get("report.day.outcome." + outcome), "value", figures.count(rows)));
            }
        }
        return facts;
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get("report.year." + key), "value", value);
    }
}
