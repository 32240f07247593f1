package id.jembatan.pipeline;

import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.DayCounts;
import id.jembatan.domain.EntryState;
import id.jembatan.domain.ListTally;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.ProgrammeYear;
import id.jembatan.domain.Regency;
import id.jembatan.report.Mistakes;
import id.jembatan.report.QualityPage;
import id.jembatan.report.YearPage;
import id.jembatan.stage.IuranShelf;
import id.jembatan.stage.ReportShelf;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Figures of programmes over months: what {@code status} and {@code iuran} tell, month by month; at most a minute old. */
public final class ReportDesk {

    /** All lists at once: they are one statement. */
    private static final String ALL = "all";

    /** Months do not change by the minute, and to ask anew for each list that is taken would keep the database busy. */
    private static final Duration REST = Duration.ofMinutes(1);

    /** More than these nobody mends at once. */
    private static final int MISTAKES = 3;

    private final House house;
    private final ReportShelf shelf;
    private final Mistakes mistakes;
    private final UntilChanged<ProgrammeKey, List<CoveredMonths.Month>> months;
    private final UntilChanged<ProgrammeKey, Map<YearMonth, DayCounts>> cards;
    private final UntilChanged<ProgrammeKey, Map<String, Long>> sectors;
    private final UntilChanged<String, Map<ProgrammeKey, Map<YearMonth, ListTally>>> lists;

    public ReportDesk(House house) {
        this.house = house;
        this.shelf = new ReportShelf(house.register());
        this.mistakes = new Mistakes(house.messages());
        this.months = new UntilChanged<>(house, this::askMonths, REST);
        this.cards = new UntilChanged<>(house, this::askCards, REST);
        this.sectors = new UntilChanged<>(house, this::askSectors, REST);
        this.lists = new UntilChanged<>(house, same -> askLists(), REST);
    }

    /** Who is covered, from the programme's first month to this one or its last; none before it begins. */
    public List<CoveredMonths.Month> months(Programme programme) {
        return months.get(programme.key());
    }

    private List<CoveredMonths.Month> askMonths(ProgrammeKey key) {
        Programme programme = house.rules().agreements().getProgramme(key);
        LocalDate today = house.today(key.regency());
        YearMonth now = YearMonth.from(today);
        YearMonth end = programme.endOn(today);
        CoveredMonths covered =
                new CoveredMonths(programme, house.rules().contributions(), end.isBefore(now) ? end : now);
        house.status().forEachPlaced(key, covered.counting());
        return covered.list();
    }

    /** By the month of the branch's answer: how many days went by from a person's first list to the card. */
    public Map<YearMonth, DayCounts> cards(ProgrammeKey programme) {
        return cards.get(programme);
    }

    private Map<YearMonth, DayCounts> askCards(ProgrammeKey programme) {
        Map<YearMonth, DayCounts> byMonth = new TreeMap<>();
        shelf.forEachWait(programme, (waited, people) -> byMonth.computeIfAbsent(
                        YearMonth.from(waited.answered()), month -> new DayCounts())
                .add(Math.max(0, ChronoUnit.DAYS.between(waited.came(), waited.answered())), people));
        return byMonth;
    }

    /** How many people of the programme each sector class has; who named none is in none. */
    public Map<String, Long> sectors(ProgrammeKey programme) {
        return sectors.get(programme);
    }

    private Map<String, Long> askSectors(ProgrammeKey programme) {
        Map<String, Long> byClass = new TreeMap<>();
        shelf.forEachSector(
                programme,
                (text, people) -> byClass.merge(house.rules().sectors().classOf(text), people, Long::sum));
        return byClass;
    }

    /** The lists of a programme by the month of their receipt. */
    public Map<YearMonth, ListTally> lists(ProgrammeKey programme) {
        return lists.get(ALL).getOrDefault(programme, Map.of());
    }

    private Map<ProgrammeKey, Map<YearMonth, ListTally>> askLists() {
        Map<ProgrammeKey, Map<YearMonth, ListTally>> all =
                new TreeMap<>(java.util.Comparator.comparing(ProgrammeKey::toString));
        shelf.forEachList(drop -> all.computeIfAbsent(drop.receipt().programme().orElseThrow(), key -> new TreeMap<>())
                .computeIfAbsent(YearMonth.from(drop.receipt().day()), month -> new ListTally())
                .add(drop));
        return all;
    }

    /** The business date in the programme's regency. */
    public LocalDate today(ProgrammeKey programme) {
        return house.today(programme.regency());
    }

    /** Who sends the lists of the programmes that are seen, practice apart; in the agreements' order. */
    public List<SendingOffice> offices(Predicate<ProgrammeKey> seen) {
        Map<String, SendingOffice> offices = new LinkedHashMap<>();
        for (Regency regency : house.rules().agreements().regencies()) {
            for (Programme programme : regency.programmes()) {
                if (!programme.practice() && seen.test(programme.key())) {
                    String name = programme.agency().isEmpty() ? regency.name() : programme.agency();
                    offices.merge(
                            regency.code() + "/" + SendingOffice.slug(name),
                            new SendingOffice(regency, name, List.of(programme.key())),
                            ReportDesk::together);
                }
            }
        }
        return List.copyOf(offices.values());
    }

    private static SendingOffice together(SendingOffice one, SendingOffice other) {
        List<ProgrammeKey> programmes = new ArrayList<>(one.programmes());
        programmes.addAll(other.programmes());
        return new SendingOffice(one.regency(), one.name(), programmes);
    }

    /** The lists of an office by the month of their receipt. */
    public Map<YearMonth, ListTally> lists(SendingOffice office) {
        Map<YearMonth, ListTally> all = new TreeMap<>();
        for (ProgrammeKey programme : office.programmes()) {
            lists(programme).forEach((month, lists) -> all.computeIfAbsent(month, same -> new ListTally())
                    .add(lists));
        }
        return all;
    }

    /** What the months of a year came to. */
    public static ListTally ofYear(Map<YearMonth, ListTally> months, int year) {
        ListTally sum = new ListTally();
        months.forEach((month, lists) -> {
            if (month.getYear() == year) {
                sum.add(lists);
            }
        });
        return sum;
    }

    /** What is wrong, in the words of a receipt. */
    public String sentence(ListTally.Mistake mistake) {
        return mistakes.sentence(mistake);
    }

    /** The three most frequent mistakes: {@code sentence}, {@code tip}, {@code rows}, {@code share} of the rows read. */
    public List<Map<String, String>> mistakes(ListTally lists) {
        return mistakes.of(lists, MISTAKES);
    }

    /** The office's quality card of a year, as a page of its own. */
    public String qualityCard(SendingOffice office, int year) throws IOException {
        return new QualityPage(house.messages())
                .text(
                        office.regency().name(),
                        office.name(),
                        year,
                        house.today(office.regency().code()),
                        ofYear(lists(office), year));
    }

    /** The programme's year to print and sign, as a page of its own. */
    public String yearPage(Programme programme, int year) throws IOException {
        return new YearPage(house.messages()).text(year(programme, year));
    }

    private ProgrammeYear year(Programme programme, int year) {
        ProgrammeKey key = programme.key();
        DayCounts days = new DayCounts();
        cards(key).forEach((month, counts) -> {
            if (month.getYear() == year) {
                days.add(counts);
            }
        });
        return new ProgrammeYear(
                house.rules().agreements().getRegency(key.regency()),
                programme,
                year,
                today(key),
                months(programme).stream()
                        .filter(month -> month.month().getYear() == year)
                        .toList(),
                new IuranShelf(house.register())
                        .listIssued(key).stream()
                                .filter(list -> list.month().getYear() == year)
                                .toList(),
                ofYear(lists(key), year),
                days,
                HouseStatus.places(
                        house,
                        programme,
                        today(key),
                        house.status().countStates(key).getOrDefault(EntryState.WAITLISTED, 0L)));
    }
}
