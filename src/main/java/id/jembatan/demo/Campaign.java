package id.jembatan.demo;

import id.jembatan.domain.Programme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The lists by which one programme is filled: who sends how many people on which day. */
final class Campaign {

    /** The programme that every regency has for trying things out. */
    private static final String PRACTICE = "latihan";

    private static final List<OfficeStyle> STYLES = List.of(OfficeStyle.values());

    private final Programme programme;
    private final InventedPeople people;
    private final RegencyOrdinals ordinals;
    private final long size;
    private final List<PlannedList> lists = new ArrayList<>();
    private final Set<Integer> zipped = new HashSet<>();
    private final List<DemoDrop> others = new ArrayList<>();
    private Optional<Campaign> before = Optional.empty();

    /** @param usualSize people where the programme has no quota */
    Campaign(Programme programme, InventedPeople people, RegencyOrdinals ordinals, long usualSize) {
        this.programme = programme;
        this.people = people;
        this.ordinals = ordinals;
        OptionalInt quota = programme.quota();
        this.size = quota.isPresent() ? quota.getAsInt() + surplus(quota.getAsInt()) : usualSize;
    }

    /** More good people than places, so that somebody waits, and a place that a refusal frees is taken. */
    private static long surplus(int quota) {
        return Math.max(3, quota * 15L / 1000);
    }

    /** The people of an earlier year come again, in the lists of the same places. */
    Campaign afterYearOf(Campaign earlier) {
        before = Optional.of(earlier);
        return this;
    }

    /** One list for each district, as large as it has villages, two a day; and a last one of those forgotten. */
    Campaign byDistrict(LocalDate first, int everyDays, int rounds) {
        long fresh = size - before.map(Campaign::people).orElse(0L);
        long forgotten = fresh / 20;
        List<Places.District> districts = people.districts();
        long villages =
                districts.stream().mapToLong(one -> one.villages().size()).sum() * rounds;
        long given = 0;
        for (int i = 0; i < districts.size() * rounds; i++) {
            Places.District district = districts.get(i % districts.size());
            String round = rounds == 1 ? "" : " Tahap " + "I".repeat(1 + i / districts.size());
            long share = (fresh - forgotten) * district.villages().size() / villages;
            LocalDate day = first.plusDays((long) everyDays * (i / 2));
            addList(day, "Kecamatan " + district.name() + round, people.livingIn(district.name()), share);
            given += share;
        }
        LocalDate last = first.plusDays((long) everyDays * ((districts.size() * rounds + 1) / 2));
        addList(last, "Tambahan", people, fresh - given);
        return this;
    }

    /** One list of equal size for each office, two a day. */
    Campaign byOffice(LocalDate first, int everyDays, String... offices) {
        long given = 0;
        for (int i = 0; i < offices.length; i++) {
            long share = i == offices.length - 1 ? size - given : size / offices.length;
            addList(first.plusDays((long) everyDays * (i / 2)), offices[i], people, share);
            given += share;
        }
        return this;
    }

    private void addList(LocalDate day, String place, InventedPeople who, long share) {
        List<Cohort> fresh = new ArrayList<>();
        before.ifPresent(earlier -> earlier.lists.stream()
                .filter(list -> list.place().equals(place))
                .forEach(list -> fresh.addAll(list.fresh())));
        fresh.add(ordinals.newPeople(who, share));
        long rows = fresh.stream().mapToLong(Cohort::size).sum();
        OfficeStyle office = STYLES.get((lists.size() * 3 + programme.key().id().length()) % STYLES.size());
        ListStyle style = office.styleFor(people.calling(), place, programme.required());
        lists.add(new PlannedList(
                day,
                programme.key(),
                place,
                fileName(place, style),
                style,
                fresh,
                List.of(),
                Faults.usual(),
                people,
                ordinals.newStrangers(rows)));
    }

    private String fileName(String place, ListStyle style) {
        String name = programme.key().id() + " " + place;
        return (lists.size() % 2 == 0
                        ? "Daftar " + name
                        : name.toLowerCase(Locale.ROOT).replace(' ', '_'))
                + style.extension();
    }

    /** Some of the first people of another campaign, who have a place there, stand in a list of this one too. */
    Campaign covering(Campaign other, int howMany, int inList) {
        PlannedList placed = other.lists.get(0);
        PlannedList list = lists.get(inList);
        if (!list.day().isAfter(placed.day())) {
            throw new IllegalArgumentException(
                    list.programme() + ": nobody has a place in " + placed.programme() + " yet on " + list.day());
        }
        lists.set(inList, list.covering(placed.fresh().get(0).head(howMany)));
        return this;
    }

    Campaign again(int list, LocalDate later) {
        others.add(lists.get(list).dropAgain(later));
        return this;
    }

    Campaign updated(int list, LocalDate later) {
        others.add(lists.get(list).dropUpdated(later));
        return this;
    }

    Campaign damaged(int list, LocalDate earlier) {
        others.add(lists.get(list).dropDamaged(earlier));
        return this;
    }

    /** The list comes in a ZIP instead of by itself. */
    Campaign zipped(int list) {
        zipped.add(list);
        return this;
    }

    Campaign practised(int list, LocalDate earlier) {
        others.add(lists.get(list).dropForPractice(earlier, PRACTICE));
        return this;
    }

    Campaign with(DemoDrop... drops) {
        others.addAll(Arrays.asList(drops));
        return this;
    }

    Programme programme() {
        return programme;
    }

    InventedPeople who() {
        return people;
    }

    List<PlannedList> lists() {
        return List.copyOf(lists);
    }

    /** The good people, each once, who are covered nowhere else. */
    long people() {
        return lists.stream().mapToLong(PlannedList::freshPeople).sum();
    }

    /** How many have a place when all lists have come. */
    long places() {
        OptionalInt quota = programme.quota();
        return quota.isPresent() ? Math.min(quota.getAsInt(), people()) : people();
    }

    List<DemoDrop> drops() {
        List<DemoDrop> all = new ArrayList<>();
        for (int i = 0; i < lists.size(); i++) {
            PlannedList list = lists.get(i);
            all.add(zipped.contains(i) ? list.dropZipped(list.day()) : list.drop());
        }
        all.addAll(others);
        return all;
    }
}
