package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Regency;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import id.jembatan.pipeline.IuranDesk;
import id.jembatan.pipeline.ReportDesk;
import id.jembatan.pipeline.SendingOffice;
import id.jembatan.pipeline.StatusDesk;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Laporan: figures over months of whatever somebody may see; pages to print. Names nobody. */
final class ReportPages implements Page {

    private static final String OFFICES = "offices";
    private static final String CARD = "card";

    private final House house;
    private final View view;
    private final StatusDesk status;
    private final ReportDesk desk;
    private final IuranDesk iuran;
    private final Bars bars;
    private final RegencyReport regencies;
    private final ProgrammeReport programmes;
    private final OfficeReport offices;

    ReportPages(House house, View view, Figures figures, StatusDesk status) {
        this.house = house;
        Messages messages = house.messages();
        this.view = view;
        this.status = status;
        this.desk = new ReportDesk(house);
        this.iuran = new IuranDesk(house);
        this.bars = new Bars(messages, figures);
        this.regencies = new RegencyReport(desk, messages, figures);
        this.programmes = new ProgrammeReport(desk, messages, figures);
        this.offices = new OfficeReport(desk, messages, figures);
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (visit.request().isChanging()) {
            return Optional.empty();
        }
        if (visit.isOfLength(1)) {
            return Optional.of(all(visit));
        }
        return visit.path(1).equals(OFFICES) ? office(visit) : programme(visit);
    }

    private WebAnswer all(Visit visit) throws IOException {
        List<RegencyReport.Seen> seen = seen(visit.account());
        NavigableSet<Integer> years = years(seen);
        int year = asked(visit, years);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("year", Integer.toString(year));
        values.put("years", years.stream().map(Object::toString).toList());
        values.put("beside", regencies.of(seen, year));
        values.put("regencies", lines(seen));
        values.put(
                "offices",
                desk.offices(visit.account()::isSeeing).stream()
                        .map(office -> offices.line(office, year))
                        .toList());
        return WebAnswer.page(200, view.page("reports", visit, values));
    }

    /** Practice apart: it keeps nothing to report. */
    private List<RegencyReport.Seen> seen(Account account) {
        List<RegencyReport.Seen> seen = new ArrayList<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            List<Programme> of = regency.programmes().stream()
                    .filter(programme -> !programme.practice() && account.isSeeing(programme.key()))
                    .toList();
            if (!of.isEmpty()) {
                seen.add(new RegencyReport.Seen(regency, of));
            }
        }
        return seen;
    }

    /** From the first programme's first to this one. */
    private NavigableSet<Integer> years(List<RegencyReport.Seen> seen) {
        TreeSet<Integer> years = new TreeSet<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            years.add(house.clock().today(regency.zone()).getYear());
        }
        for (RegencyReport.Seen one : seen) {
            int now = house.clock().today(one.regency().zone()).getYear();
            one.programmes().forEach(programme -> {
                for (int year = programme.start().getYear(); year < now; year++) {
                    years.add(year);
                }
            });
        }
        return years;
    }

    private static int asked(Visit visit, NavigableSet<Integer> years) {
        String year = visit.request().query().getOrDefault("year", "");
        return year.matches("[0-9]{4}") && years.contains(Integer.valueOf(year))
                ? Integer.parseInt(year)
                : years.last();
    }

    private List<Map<String, Object>> lines(List<RegencyReport.Seen> seen) {
        Map<String, ProgrammeStatus> byKey = statusOf();
        List<Map<String, Object>> regencies = new ArrayList<>();
        for (RegencyReport.Seen one : seen) {
            List<Map<String, Object>> lines = one.programmes().stream()
                    .map(programme -> Map.of(
                            "key", programme.key().toString(),
                            "name", programme.name(),
                            "places",
                                    bars.places(Objects.requireNonNull(
                                            byKey.get(programme.key().toString())))))
                    .toList();
            regencies.add(Map.of("name", one.regency().name(), "programmes", lines));
        }
        return regencies;
    }

    /** By the programme's key: every one that is no practice. */
    private Map<String, ProgrammeStatus> statusOf() {
        Map<String, ProgrammeStatus> byKey = new LinkedHashMap<>();
        status.programmes().forEach(one -> byKey.put(one.regency() + "/" + one.programme(), one));
        return byKey;
    }

    private Optional<WebAnswer> programme(Visit visit) throws IOException {
        Optional<Programme> found = Choices.find(house, visit.path(1) + "/" + visit.path(2))
                .filter(programme -> !programme.practice() && visit.account().isSeeing(programme.key()));
        if (found.isEmpty() || visit.request().path().size() > 4) {
            return Optional.empty();
        }
        Programme programme = found.get();
        if (visit.isOfLength(4)) {
            return programmes.years(programme).contains(visit.path(3))
                    ? Optional.of(alone(
                            visit,
                            desk.yearPage(programme, Integer.parseInt(visit.path(3))),
                            "laporan-tahunan-" + programme.key().regency() + "-"
                                    + programme.key().id() + "-" + visit.path(3)))
                    : Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>(programmes.of(programme, issued(programme)));
        values.put("called", programme.name());
        values.put("agency", programme.agency());
        values.put("key", programme.key().toString());
        values.put(
                "places",
                bars.places(
                        Objects.requireNonNull(statusOf().get(programme.key().toString()))));
        return Optional.of(WebAnswer.page(200, view.page("report-programme", visit, values)));
    }

    private Set<YearMonth> issued(Programme programme) {
        return iuran.list(programme).stream().map(IuranFigures::month).collect(Collectors.toSet());
    }

    private Optional<WebAnswer> office(Visit visit) throws IOException {
        Optional<SendingOffice> found = desk.offices(visit.account()::isSeeing).stream()
                .filter(one -> one.regency().code().value().equals(visit.path(2))
                        && one.slug().equals(visit.path(3)))
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SendingOffice office = found.get();
        Map<YearMonth, ListTally> lists = desk.lists(office);
        LocalDate today = house.clock().today(office.regency().zone());
        TreeSet<Integer> years = new TreeSet<>(List.of(today.getYear()));
        lists.keySet().forEach(month -> years.add(month.getYear()));
        int year = asked(visit, years);
        if (visit.isOfLength(5) && visit.path(4).equals(CARD)) {
            return Optional.of(alone(
                    visit,
                    desk.qualityCard(office, year),
                    "kartu-mutu-" + office.regency().code() + "-" + office.slug() + "-" + year));
        }
        if (!visit.isOfLength(4)) {
            return Optional.empty();
        }
        Map<String, Object> values = new LinkedHashMap<>(offices.of(office, lists, year, YearMonth.from(today)));
        values.put("years", years.stream().map(Object::toString).toList());
        return Optional.of(WebAnswer.page(200, view.page("report-office", visit, values)));
    }

    /** A page by itself, with its own style: to print, or to keep and send. */
    private static WebAnswer alone(Visit visit, String html, String name) {
        WebAnswer page = WebAnswer.page(200, html).with("Content-Security-Policy", Headers.OF_A_REPLY);
        return visit.request().query().containsKey("save")
                ? page.with("Content-Disposition", "attachment; filename=\"" + name + ".html\"")
                : page;
    }
}
