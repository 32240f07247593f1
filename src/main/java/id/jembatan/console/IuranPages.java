package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Programme;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.IuranDesk;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Contribution lists that were issued: which there are, the page of each, and the list itself to whom it concerns. */
final class IuranPages {

    /** Of all programmes together. */
    private static final int SHOWN = 24;

    private static final String MONTH = "[0-9]{4}-(0[1-9]|1[0-2])";

    private final House house;
    private final IuranDesk desk;
    private final View view;
    private final Figures figures;

    IuranPages(House house, View view, Figures figures) {
        this.house = house;
        this.desk = new IuranDesk(house);
        this.view = view;
        this.figures = figures;
    }

    /** The address of a programme's list of a month. */
    static String address(Programme programme, YearMonth month) {
        return "/sent/iuran/" + programme.key() + "/" + month;
    }

    /** The latest of those that somebody may see. */
    List<Map<String, String>> latest(Account account) {
        return desk.list(account).stream().limit(SHOWN).map(this::line).toList();
    }

    private Map<String, String> line(IuranDesk.Listed list) {
        Map<String, String> line = new LinkedHashMap<>();
        line.put("link", address(list.programme(), list.figures().month()));
        line.put("month", figures.month(list.figures().month()));
        line.put("programme", list.programme().name());
        line.put("people", figures.count(list.figures().covered()));
        line.put("due", figures.rupiah(list.figures().due().total()));
        line.put("issued", figures.day(list.figures().issuedOn()));
        return line;
    }

    /** {@code /sent/iuran/9203/pekerja-rentan-2025/2025-06}, the same with a file's name: that file. */
    Optional<WebAnswer> answer(Visit visit) throws IOException {
        Optional<Programme> programme = Choices.find(house, visit.path(2) + "/" + visit.path(3))
                .filter(found -> visit.account().isSeeing(found.key()));
        if (programme.isEmpty() || !visit.path(4).matches(MONTH)) {
            return Optional.empty();
        }
        YearMonth month = YearMonth.parse(visit.path(4));
        if (visit.isOfLength(5)) {
            return page(visit, programme.get(), month);
        }
        return visit.isOfLength(6) ? file(visit, programme.get(), month, visit.path(5)) : Optional.empty();
    }

    private Optional<WebAnswer> page(Visit visit, Programme programme, YearMonth month) throws IOException {
        Optional<IuranDesk.Listed> list = desk.list(programme).stream()
                .filter(figures -> figures.month().equals(month))
                .map(figures -> new IuranDesk.Listed(programme, figures))
                .findFirst();
        if (list.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("list", line(list.get()));
        values.put(
                "files",
                IuranDesk.FILES.stream()
                        .filter(name -> desk.findFile(programme, month, name).isPresent())
                        .map(name ->
                                Map.of("name", name, "what", house.messages().get("console.file." + name)))
                        .toList());
        return Optional.of(WebAnswer.page(200, view.page("iuran", visit, values)));
    }

    /** Whatever may hold people is noted in the audit trail before it is given out. */
    private Optional<WebAnswer> file(Visit visit, Programme programme, YearMonth month, String name)
            throws IOException {
        Optional<Path> file = desk.findFile(programme, month, name);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        house.audit()
                .add(
                        visit.now(),
                        visit.account().name(),
                        "console download",
                        Map.of("programme", programme.key().toString(), "month", month.toString(), "file", name));
        return Optional.of(Downloads.of(file.get(), name));
    }
}
