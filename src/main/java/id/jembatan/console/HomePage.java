package id.jembatan.console;

import id.jembatan.domain.Account;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.page.Figures;
import id.jembatan.pipeline.Attention;
import id.jembatan.pipeline.House;
import id.jembatan.pipeline.HouseStatus;
import id.jembatan.pipeline.HouseStatus.BatchStatus;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import id.jembatan.pipeline.StatusDesk;
import id.jembatan.pipeline.WebAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Beranda: places and money of each programme, what needs a person, what went to the branch today. */
final class HomePage implements Page {

    private final House house;
    private final View view;
    private final Figures figures;
    private final Bars bars;
    private final AttentionLines attention;
    private final StatusDesk desk;

    HomePage(House house, View view, Figures figures, StatusDesk desk) {
        this.house = house;
        this.desk = desk;
        this.view = view;
        this.figures = figures;
        this.bars = new Bars(house.messages(), figures);
        this.attention = new AttentionLines(house);
    }

    @Override
    public Optional<WebAnswer> answer(Visit visit) throws IOException {
        if (visit.request().isChanging()) {
            return Optional.empty();
        }
        List<Attention> needed = desk.attention();
        HouseStatus status = desk.now(needed);
        Account account = visit.account();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("regencies", regencies(account, status));
        values.put("attention", attention.of(account, needed));
        values.put("batches", batches(account, status));
        return Optional.of(WebAnswer.page(200, view.page("home", visit, values)));
    }

    private List<Map<String, Object>> regencies(Account account, HouseStatus status) {
        Map<String, List<ProgrammeStatus>> byRegency = status.programmes().stream()
                .collect(Collectors.groupingBy(ProgrammeStatus::regency, LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> regencies = new ArrayList<>();
        byRegency.forEach((code, programmes) -> {
            Regency regency = house.rules().agreements().getRegency(new RegencyCode(code));
            List<Map<String, Object>> open = new ArrayList<>();
            List<Map<String, Object>> over = new ArrayList<>();
            for (ProgrammeStatus programme : programmes) {
                ProgrammeKey key = new ProgrammeKey(regency.code(), programme.programme());
                if (account.isSeeing(key)) {
                    Programme promise = house.rules().agreements().getProgramme(key);
                    boolean isOpen = promise.isOpenOn(house.clock().today(regency.zone()));
                    (isOpen ? open : over).add(line(programme, promise));
                }
            }
            if (!open.isEmpty() || !over.isEmpty()) {
                regencies.add(Map.of(
                        "name",
                        regency.name(),
                        "code",
                        code,
                        "today",
                        figures.day(house.clock().today(regency.zone())),
                        "open",
                        open,
                        "over",
                        over));
            }
        });
        regencies.sort(Comparator.comparing(regency -> List.of().equals(regency.get("open")))); // work before memories
        return regencies;
    }

    private Map<String, Object> line(ProgrammeStatus status, Programme promise) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("name", promise.name());
        line.put("agency", promise.agency());
        line.put("key", promise.key().toString());
        line.put("places", bars.places(status));
        line.put("money", bars.money(status));
        return line;
    }

    private List<Map<String, String>> batches(Account account, HouseStatus status) {
        return status.batches().stream()
                .filter(batch -> programmeOf(batch).filter(account::isSeeing).isPresent())
                .map(batch -> Map.of(
                        "number",
                        batch.batch(),
                        "branch",
                        batch.branch(),
                        "people",
                        figures.count(batch.people()),
                        "monthly",
                        figures.rupiah(batch.monthly()),
                        "state",
                        batch.state()))
                .toList();
    }

    private Optional<ProgrammeKey> programmeOf(BatchStatus batch) {
        return house.findBatch(batch.batch()).map(found -> found.programme());
    }
}
