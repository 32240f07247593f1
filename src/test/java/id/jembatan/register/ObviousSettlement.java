package id.jembatan.register;

import id.jembatan.domain.Field;
import id.jembatan.domain.Programme;
import id.jembatan.normalise.MatchKey;
import id.jembatan.register.Story.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** SPEC section 6 read aloud: lists and loops, everything in memory, nothing clever. */
final class ObviousSettlement {

    private static final Set<String> COMMON = Set.of("MUHAMMAD", "SITI", "NUR", "ABDUL", "ODE");

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> openReviews = new TreeSet<>();
    private final Map<String, Integer> cases = new HashMap<>();

    /** One person in one programme. */
    private static final class Entry {
        long rowId;
        long dataRowId;
        Programme programme;
        int nik;
        String state = "";
        String name = "";
        String born = "";
        String sex = "";
        String phone = "";
        int wage;
        BigDecimal base;
        final Map<Field, String> more = new EnumMap<>(Field.class);

        Entry(long rowId, Programme programme, Row row, String state) {
            this.rowId = rowId;
            this.programme = programme;
            this.nik = row.nik();
            this.state = state;
            this.base = BigDecimal.ZERO;
            learn(rowId, row);
        }

        /** What is new replaces, empty never erases, and what is only written otherwise is not new. */
        private void learn(long from, Row row) {
            dataRowId = from;
            boolean sameName = key(name).equals(key(row.name()))
                    || name.replace(" ", "").equals(row.name().replace(" ", ""));
            name = !name.isEmpty() && sameName ? name : row.name();
            born = row.born().isEmpty() ? born : row.born();
            sex = row.sex().isEmpty() ? sex : row.sex();
            phone = row.phone().isEmpty() ? phone : row.phone();
            wage = row.wage();
            base = row.base(programme);
            row.more().forEach((field, text) -> {
                String known = more.getOrDefault(field, "");
                if (!text.isEmpty() && !plain(text).equals(plain(known))) {
                    more.put(field, text);
                }
            });
        }

        private boolean isNews(Row row) {
            boolean sameName = key(name).equals(key(row.name()))
                    || name.replace(" ", "").equals(row.name().replace(" ", ""));
            String knownSex = sex.isEmpty() ? "L" : sex;
            return !sameName
                    || (!row.born().isEmpty() && !row.born().equals(born))
                    || (!row.sex().isEmpty() && !row.sex().equals(knownSex))
                    || (!row.phone().isEmpty() && !row.phone().equals(phone))
                    || row.wage() != wage
                    || row.more().entrySet().stream()
                            .anyMatch(said -> !said.getValue().isEmpty()
                                    && !plain(said.getValue()).equals(plain(more.getOrDefault(said.getKey(), ""))));
        }

        private static String plain(String text) {
            return text.replace(" ", "").toUpperCase(Locale.ROOT);
        }

        private boolean isLive() {
            return List.of("STAGED", "WAITLISTED", "SENT", "ACTIVE").contains(state);
        }

        private boolean hasPlace() {
            return List.of("STAGED", "SENT", "ACTIVE").contains(state);
        }

        private String regency() {
            return programme.key().regency().value();
        }
    }

    /** The outcomes of a drop's rows in file order, each with its ref. */
    List<String> settle(long receipt, Programme programme, LocalDate day, List<Row> rows) {
        String[] outcomes = new String[rows.size()];
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).nik() == 0) {
                outcomes[i] = "REJECTED";
            } else {
                groups.computeIfAbsent(rows.get(i).nik(), nik -> new ArrayList<>())
                        .add(i);
            }
        }
        List<Integer> mayComeIn = new ArrayList<>();
        for (List<Integer> group : groups.values()) {
            int first = group.get(0);
            Row row = rows.get(first);
            if (needsPerson(group.stream().map(rows::get).toList(), programme)) {
                group.forEach(i -> outcomes[i] = "REVIEW");
                openReviews.add(programme.key().regency() + " " + row.nik());
                continue;
            }
            for (int i : group.subList(1, group.size())) {
                outcomes[i] = "DUPLICATE " + place(first, sheet(i, rows) == sheet(first, rows), sheet(first, rows));
            }
            List<Entry> here = live(row.nik()).stream()
                    .filter(entry -> entry.programme.equals(programme))
                    .toList();
            if (!here.isEmpty()) {
                boolean news = here.get(0).isNews(row);
                outcomes[first] = news ? "UPDATED" : "UNCHANGED";
                if (news) {
                    here.get(0).learn(rowId(receipt, first), row);
                }
                continue;
            }
            String holder = holder(row.nik(), programme);
            if (!holder.isEmpty()) {
                outcomes[first] = "COVERED " + holder;
                continue;
            }
            mayComeIn.add(first);
        }
        mayComeIn.sort(Comparator.naturalOrder());
        placeAll(receipt, programme, day, rows, mayComeIn, outcomes);
        return Arrays.asList(outcomes);
    }

    /** By row who has another NIK and yet the same birth date and match key: in the list, or live in the regency. */
    List<Boolean> lookAlikes(Programme programme, List<Row> rows) {
        List<Boolean> alike = new ArrayList<>();
        for (Row row : rows) {
            boolean inList = rows.stream()
                    .anyMatch(other -> row.nik() != 0
                            && other.nik() != 0
                            && isAlike(row, other.nik(), other.name(), other.born()));
            boolean inRegency = !programme.practice()
                    && row.nik() != 0
                    && entries.stream()
                            .filter(entry -> entry.isLive()
                                    && entry.regency()
                                            .equals(programme.key().regency().value()))
                            .anyMatch(entry -> isAlike(row, entry.nik, entry.name, entry.born));
            alike.add(inList || inRegency);
        }
        return alike;
    }

    private static boolean isAlike(Row row, int nik, String name, String born) {
        return row.nik() != nik
                && !row.born().isEmpty()
                && row.born().equals(born)
                && !key(name).isEmpty()
                && key(row.name()).equals(key(name));
    }

    private boolean needsPerson(List<Row> group, Programme programme) {
        if (openReviews.contains(programme.key().regency() + " " + group.get(0).nik())) {
            return true;
        }
        Row first = group.get(0);
        for (Row row : group) {
            if (!samePerson(first.name(), first.born(), row.name(), row.born())) {
                return true;
            }
            for (Entry entry : live(row.nik())) {
                boolean ours = entry.regency().equals(programme.key().regency().value());
                boolean concerns = entry.programme.equals(programme) || overlap(entry.programme, programme);
                if (ours && concerns && !samePerson(entry.name, entry.born, row.name(), row.born())) {
                    return true;
                }
            }
        }
        return false;
    }

    private String holder(int nik, Programme programme) {
        List<Entry> holders = live(nik).stream()
                .filter(Entry::hasPlace)
                .filter(entry -> !entry.programme.equals(programme))
                .filter(entry -> overlap(entry.programme, programme))
                .filter(entry -> !entry.programme.overlapAllowed() && !programme.overlapAllowed())
                .sorted(Comparator.comparing((Entry entry) -> entry.rowId))
                .toList();
        for (Entry entry : holders) {
            if (entry.regency().equals(programme.key().regency().value())) {
                return entry.programme.key().toString();
            }
        }
        if (holders.isEmpty()) {
            return "";
        }
        String claim = programme.key().regency() + " " + nik + " " + holders.get(0).rowId;
        cases.putIfAbsent(claim, cases.size() + 1);
        return "case:" + cases.get(claim);
    }

    /** Who waits already comes first; nobody overtakes. */
    private void placeAll(
            long receipt,
            Programme programme,
            LocalDate day,
            List<Row> rows,
            List<Integer> mayComeIn,
            String[] outcomes) {
        long people = used(programme);
        BigDecimal money = committed(programme, day);
        boolean full = false;
        for (Entry waiting : in(programme, "WAITLISTED")) {
            people++;
            money = money.add(cost(programme, waiting.base, day));
            full |= exceeds(programme, day, people, money);
        }
        for (int i : mayComeIn) {
            Row row = rows.get(i);
            people++;
            money = money.add(cost(programme, row.base(programme), day));
            full |= exceeds(programme, day, people, money);
            outcomes[i] = full ? "WAITLISTED" : "ACCEPTED";
            entries.add(new Entry(rowId(receipt, i), programme, row, full ? "WAITLISTED" : "STAGED"));
        }
    }

    private static boolean exceeds(Programme programme, LocalDate day, long people, BigDecimal money) {
        boolean tooMany = programme.quotaOn(day).isPresent()
                && people > programme.quotaOn(day).getAsInt();
        boolean tooDear = programme.budgetOn(day).isPresent()
                && money.compareTo(programme.budgetOn(day).get()) > 0;
        return tooMany || tooDear;
    }

    long used(Programme programme) {
        return entries.stream()
                .filter(entry -> entry.programme.equals(programme) && entry.hasPlace())
                .count();
    }

    int waiting(Programme programme) {
        return in(programme, "WAITLISTED").size();
    }

    BigDecimal committed(Programme programme, LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Entry entry : entries) {
            if (entry.programme.equals(programme) && entry.hasPlace()) {
                sum = sum.add(cost(programme, entry.base, day));
            }
        }
        return sum;
    }

    private static BigDecimal cost(Programme programme, BigDecimal base, LocalDate day) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < programme.months(); i++) {
            YearMonth month = programme.start().plusMonths(i);
            if (!month.isBefore(YearMonth.from(day))) {
                sum = sum.add(new RoundRates().monthly(programme, base, month).total());
            }
        }
        return sum;
    }

    /** Somebody leaves, and a place may be free. */
    void end(int which) {
        List<Entry> live = entries.stream().filter(Entry::isLive).toList();
        if (which >= 0 && !live.isEmpty()) {
            live.get(which % live.size()).state = "ENDED";
        }
    }

    /** The live entries' ids in order, for whom the same is done elsewhere. */
    List<Long> liveIds() {
        return entries.stream().filter(Entry::isLive).map(entry -> entry.rowId).toList();
    }

    /** Every entry with the person's data as they stand. */
    List<String> entries() {
        return entries.stream()
                .sorted(Comparator.comparing((Entry entry) -> entry.rowId))
                .map(entry -> String.join(
                        "|",
                        entry.rowId + "",
                        entry.programme.key().toString(),
                        entry.state,
                        entry.dataRowId + "",
                        entry.base.stripTrailingZeros().toPlainString(),
                        entry.name,
                        entry.born,
                        entry.sex,
                        entry.phone,
                        entry.wage * 10 + "",
                        Story.MORE.stream()
                                .map(field -> entry.more.getOrDefault(field, ""))
                                .collect(Collectors.joining("|"))))
                .toList();
    }

    List<String> openReviews() {
        return List.copyOf(openReviews);
    }

    private List<Entry> live(int nik) {
        return entries.stream()
                .filter(entry -> entry.nik == nik && entry.isLive())
                .toList();
    }

    private List<Entry> in(Programme programme, String state) {
        return entries.stream()
                .filter(entry -> entry.programme.equals(programme) && entry.state.equals(state))
                .sorted(Comparator.comparing((Entry entry) -> entry.rowId))
                .toList();
    }

    private static boolean overlap(Programme a, Programme b) {
        return months(a).stream().anyMatch(months(b)::contains);
    }

    private static Set<YearMonth> months(Programme programme) {
        Set<YearMonth> months = new HashSet<>();
        for (int i = 0; i < programme.months(); i++) {
            months.add(programme.start().plusMonths(i));
        }
        return months;
    }

    private static long rowId(long receipt, int index) {
        return receipt * 100_000_000L + index + 1;
    }

    private static int sheet(int index, List<Row> rows) {
        return index < (rows.size() + 1) / 2 ? 0 : 1;
    }

    private static String place(int index, boolean sameSheet, int sheet) {
        String row = Integer.toString(index + 2);
        return sameSheet ? row : RegisterRooms.SHEETS.get(sheet) + "!" + row;
    }

    private static String key(String name) {
        return MatchKey.of(name);
    }

    private static boolean samePerson(String name, String born, String otherName, String otherBorn) {
        if (key(name).isEmpty() || key(otherName).isEmpty()) {
            return name.equals(otherName);
        }
        Set<String> words = words(name);
        Set<String> others = words(otherName);
        Set<String> telling = words.stream()
                .filter(word -> word.length() >= 3 && !COMMON.contains(word) && others.contains(word))
                .collect(Collectors.toSet());
        return words.containsAll(others)
                || others.containsAll(words)
                || ObviousSimilarity.of(key(name), key(otherName)) >= 0.9
                || (!born.isEmpty() && born.equals(otherBorn) && !telling.isEmpty());
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(key(name).split(" ")));
    }
}
