package id.jembatan.report;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Messages;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyDay;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.StoredBatch;
import id.jembatan.page.Figures;
import id.jembatan.page.Pages;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A regency's page of one day: every file with its counts, their sums by programme and of the day, the batches. */
public final class DayPage {

    private final Messages messages;
    private final Figures figures;
    private final Pages pages;

    public DayPage(Messages messages) {
        this.messages = messages;
        this.figures = new Figures(messages);
        this.pages = new Pages(messages);
    }

    /** Writes the page of a day that is balanced. */
    public void write(Path file, Regency regency, RegencyDay day) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regency", regency.name());
        values.put(
                "day",
                day.day()
                        .format(DateTimeFormatter.ofPattern(
                                "d MMMM uuuu", Locale.forLanguageTag(messages.language()))));
        values.put(
                "outcomes",
                Summary.ORDER.stream()
                        .map(outcome -> messages.get("report.day.outcome." + outcome))
                        .toList());
        values.put(
                "drops", day.drops().stream().map(drop -> line(regency, drop)).toList());
        values.put("sums", sums(regency, day));
        values.put("batches", day.batches().stream().map(this::batch).toList());
        pages.write(file, "day.html", values);
    }

    private Map<String, Object> line(Regency regency, LoggedDrop drop) {
        return Map.of(
                "name",
                Masked.text(drop.receipt().file()),
                "programme",
                drop.receipt().programme().map(key -> nameOf(regency, key)).orElse("–"),
                "result",
                result(drop),
                "counts",
                counts(RegencyDay.countsOf(drop)));
    }

    private String result(LoggedDrop drop) {
        return switch (drop.step()) {
            case PARKED -> messages.get("report.day.result.PARKED");
            case UNDONE -> messages.get("report.index.undone");
            default ->
                drop.status()
                        .map(status -> messages.get("report.status." + status))
                        .orElseGet(() -> messages.get("report.day.result.WAITS"));
        };
    }

    private List<Map<String, Object>> sums(Regency regency, RegencyDay day) {
        List<Map<String, Object>> sums = new ArrayList<>();
        day.byProgramme()
                .forEach((key, counts) -> sums.add(Map.of("name", nameOf(regency, key), "counts", counts(counts))));
        sums.add(Map.of("name", messages.get("report.day.total"), "counts", counts(day.total())));
        return sums;
    }

    private List<String> counts(RowCounts rows) {
        List<String> counts = new ArrayList<>();
        counts.add(figures.count(rows.read()));
        Summary.ORDER.forEach(outcome -> counts.add(figures.count(rows.of(outcome))));
        return counts;
    }

    private static String nameOf(Regency regency, ProgrammeKey key) {
        return regency.findProgramme(key.id())
                .map(programme -> programme.name())
                .orElse(key.id());
    }

    private Map<String, String> batch(StoredBatch batch) {
        return Map.of(
                "number", batch.number(),
                "people", figures.count(batch.people()),
                "monthly", figures.rupiah(batch.monthly().total()));
    }
}
