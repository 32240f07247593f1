package id.jembatan.report;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Regency;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code iuran.html}: the printable page of a month's contribution list, to be signed. Names nobody. */
public final class IuranPage {

    public static final String FILE = "iuran.html";

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public IuranPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    public void write(Path file, Regency regency, Programme programme, IuranFigures month) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regency", regency.name());
        values.put("programme", programme.name());
        values.put("agency", programme.agency().isEmpty() ? regency.name() : programme.agency());
        values.put("month", figures.month(month.month()));
        values.put("issued", figures.day(month.issuedOn()));
        values.put("people", people(month));
        values.put("sums", sums(programme, month));
        values.put("budget", budget(month));
        pages.write(file, "iuran.html", values);
    }

    private List<Map<String, String>> people(IuranFigures month) {
        return List.of(
                fact("before", figures.count(month.covered() - month.joined() + month.left())),
                fact("joined", figures.count(month.joined())),
                fact("left", figures.count(month.left())),
                fact("covered", figures.count(month.covered())),
                fact("refused", figures.count(month.refused())));
    }

    /** A line for the month, one for each month that is corrected, and what they come to. */
    private List<Map<String, Object>> sums(Programme programme, IuranFigures month) {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(sum(programme, figures.month(month.month()), figures.count(month.covered()), month.monthly()));
        for (IuranFigures.Correction correction : month.corrections()) {
            lines.add(sum(
                    programme,
                    messages.get("report.iuran.correction", figures.month(correction.month())),
                    figures.count(correction.people()),
                    correction.amount()));
        }
        lines.add(sum(programme, messages.get("report.iuran.due"), "", month.due()));
        return lines;
    }

    private Map<String, Object> sum(Programme programme, String name, String people, Contribution amount) {
        List<String> parts = new ArrayList<>();
        for (Protection protection : Protection.values()) {
            parts.add(programme.protections().contains(protection) ? figures.rupiah(amount.part(protection)) : "–");
        }
        return Map.of("name", name, "people", people, "parts", parts, "total", figures.rupiah(amount.total()));
    }

    private List<Map<String, String>> budget(IuranFigures month) {
        List<Map<String, String>> facts = new ArrayList<>();
        month.budget().ifPresent(budget -> facts.add(fact("budget", figures.rupiah(budget))));
        facts.add(fact("billed", figures.rupiah(month.billed())));
        facts.add(fact("to-come", figures.rupiah(month.toCome())));
        month.budgetLeft()
                .ifPresent(left -> facts.add(
                        fact(left.signum() < 0 ? "budget-short" : "budget-left", figures.rupiah(left.abs()))));
        return facts;
    }

    private Map<String, String> fact(String key, String value) {
        return Map.of("name", messages.get("report.iuran." + key), "value", value);
    }
}
