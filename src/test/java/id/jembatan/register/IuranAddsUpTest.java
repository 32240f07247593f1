package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.CoveredMonths;
import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Programme;
import id.jembatan.enrol.MonthlyIuran;
import id.jembatan.stage.IuranShelf;
import id.jembatan.stage.Register;
import id.jembatan.stage.StatusShelf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Whatever becomes known in whatever order: all lists together bill what an obvious reckoning of who was covered when
 * comes to, and each list's rows come to what it says is due.
 */
class IuranAddsUpTest {

    private static final String TANI = "9203/tani";
    private static final Programme PROGRAMME = Programmes.of(TANI).build();
    private static final RoundRates RATES = new RoundRates();

    private static Register h2;
    private static Register postgresql;

    @BeforeContainer
    static void open() {
        h2 = Database.H2.open();
        postgresql = Database.POSTGRESQL.open();
    }

    @AfterContainer
    static void close() {
        h2.close();
        postgresql.close();
    }

    @Property(tries = 60)
    void allListsTogetherBillWhoWasCoveredOnH2(@ForAll long seed) {
        addsUp(h2, new Random(seed));
    }

    @Property(tries = 15)
    void allListsTogetherBillWhoWasCoveredOnPostgresql(@ForAll long seed) {
        addsUp(postgresql, new Random(seed));
    }

    /** From when to when somebody is covered; refused is nobody. */
    private record Covered(YearMonth first, YearMonth last) {}

    private static void addsUp(Register register, Random random) {
        Database.empty(register);
        RegisterRooms rooms = new RegisterRooms(register, List.of(PROGRAMME));
        IuranShelf shelf = new IuranShelf(register);
        Map<Integer, Covered> people = new TreeMap<>();
        YearMonth end = YearMonth.of(2025, 12);
        int serial = 0;
        for (YearMonth month = YearMonth.of(2025, 1); !month.isAfter(end); month = month.plusMonths(1)) {
            for (int day = 1; day <= 20; day += 1 + random.nextInt(9)) {
                LocalDate on = month.atDay(day);
                switch (random.nextInt(5)) {
                    case 0, 1 -> {
                        rooms.drop(TANI, on, List.of(RegisterRooms.person(++serial)));
                        rooms.enrol(TANI, on);
                        people.put(serial, new Covered(month, end));
                    }
                    case 2 -> endSomebody(rooms, people, month, random);
                    case 3 -> refuseSomebody(rooms, people, random);
                    default -> assertBilled(register, shelf, people, month, on);
                }
            }
        }
        assertBilled(register, shelf, people, end, end.atDay(28));
        for (YearMonth month = end.plusMonths(1); month.isBefore(end.plusMonths(5)); month = month.plusMonths(2)) {
            if (random.nextBoolean()) {
                refuseSomebody(rooms, people, random);
            } else {
                endSomebody(rooms, people, end, random);
            }
            assertBilled(register, shelf, people, month, month.atDay(9));
        }
    }

    private static void endSomebody(RegisterRooms rooms, Map<Integer, Covered> people, YearMonth now, Random random) {
        if (people.isEmpty()) {
            return;
        }
        int who = List.copyOf(people.keySet()).get(random.nextInt(people.size()));
        Covered covered = people.get(who);
        YearMonth last = now.minusMonths(random.nextInt(4));
        if (covered == null || last.isBefore(covered.first()) || !covered.last().isAfter(now)) {
            return;
        }
        rooms.sql.update(
                "update entry set state = 'ENDED', ended_on = ?, end_reason = 'pindah' where " + person(who),
                last.atDay(15));
        people.put(who, new Covered(covered.first(), last));
    }

    private static void refuseSomebody(RegisterRooms rooms, Map<Integer, Covered> people, Random random) {
        if (!people.isEmpty()) {
            int who = List.copyOf(people.keySet()).get(random.nextInt(people.size()));
            rooms.sql.update("update entry set state = 'REFUSED' where " + person(who));
            people.remove(who);
        }
    }

    private static String person(int serial) {
        return "row_id = (select min(row_id) from drop_row where nik = " + (9203011205809000L + serial) + ")";
    }

    private static void assertBilled(
            Register register, IuranShelf shelf, Map<Integer, Covered> people, YearMonth month, LocalDate on) {
        MonthlyIuran iuran = new MonthlyIuran(RATES, PROGRAMME, on);
        boolean fresh = shelf.listIssued(PROGRAMME.key()).stream()
                .noneMatch(figures -> figures.month().equals(month));
        shelf.issue(PROGRAMME.key(), ledger -> iuran.issueUpTo(month, ledger));
        shelf.issue(PROGRAMME.key(), ledger -> iuran.issueDifferences(month, ledger));
        List<IuranFigures> issued = shelf.listIssued(PROGRAMME.key());
        if (!fresh || issued.isEmpty()) {
            return;
        }
        IuranFigures last = issued.get(issued.size() - 1);
        if (!month.isAfter(YearMonth.of(2025, 12))) {
            assertSeenAlike(register, last);
        }
        BigDecimal expected = BigDecimal.ZERO;
        for (Covered covered : people.values()) {
            YearMonth to = covered.last().isBefore(month) ? covered.last() : month;
            expected = expected.add(
                    RATES.over(PROGRAMME, BigDecimal.TEN, covered.first(), to).total());
        }

        assertEquals(0, expected.compareTo(last.billed()), expected + " is not " + last.billed());
        for (IuranFigures each : issued) {
            BigDecimal[] rows = {BigDecimal.ZERO};
            shelf.forEachRow(
                    PROGRAMME.key(),
                    each.month(),
                    issued.get(0).month(),
                    YearMonth.of(2025, 12),
                    row -> rows[0] = rows[0].add(RATES.monthly(PROGRAMME, row.base(), row.month())
                            .total()
                            .multiply(BigDecimal.valueOf(row.times()))));
            assertEquals(0, each.due().total().compareTo(rows[0]), each.month() + " " + rows[0]);
        }
    }

    /** The reports' figures of a month are those of its list, before it is corrected. */
    private static void assertSeenAlike(Register register, IuranFigures list) {
        CoveredMonths covered = new CoveredMonths(PROGRAMME, RATES, list.month());
        new StatusShelf(register).forEachPlaced(PROGRAMME.key(), covered.counting());
        List<CoveredMonths.Month> months = covered.list();

        assertEquals(
                new CoveredMonths.Month(list.month(), list.covered(), list.joined(), list.left(), list.monthly()),
                months.get(months.size() - 1));
    }
}
