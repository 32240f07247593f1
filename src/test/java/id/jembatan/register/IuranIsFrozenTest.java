package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.IuranFigures;
import id.jembatan.domain.Programme;
import id.jembatan.enrol.MonthlyIuran;
import id.jembatan.stage.IuranShelf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A month's list stays as it was issued; what turns out otherwise is a difference in the next (SPEC 8, iuran). */
class IuranIsFrozenTest {

    private static final String TANI = "9203/tani";
    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final YearMonth APRIL = YearMonth.of(2025, 4);
    private static final YearMonth MAY = YearMonth.of(2025, 5);

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLateEntryAndARefusalAreADifferenceInTheNextMonth(Database database) {
        Programme programme = Programmes.of(TANI).budget(10_000).build();
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(programme))) {
            IuranShelf shelf = new IuranShelf(rooms.register);
            enrol(rooms, LocalDate.of(2025, 3, 5), 1, 2, 3);

            IuranFigures march =
                    issue(shelf, programme, MARCH, LocalDate.of(2025, 3, 20)).get(0);
            enrol(rooms, LocalDate.of(2025, 3, 25), 4, 5);
            end(rooms, 3, LocalDate.of(2025, 3, 28));
            rooms.sql.update("update entry set state = 'REFUSED' where " + person(2));
            List<IuranFigures> later = issue(shelf, programme, MAY, LocalDate.of(2025, 5, 10));

            assertEquals("3 covered, 3 joined, 0 left, 0 refused, 30 due, 30 billed, 450 to come", text(march));
            assertEquals(
                    List.of(
                            "3 covered, 0 joined, 1 left, 1 refused, 40 due, 70 billed, 420 to come",
                            "3 covered, 0 joined, 0 left, 0 refused, 30 due, 100 billed, 390 to come"),
                    later.stream().map(IuranIsFrozenTest::text).toList());
            assertEquals(List.of("2025-03 1 10"), corrections(later.get(0)));
            assertEquals(List.of(), issue(shelf, programme, MARCH, LocalDate.of(2025, 5, 11)));
            assertEquals(march, shelf.listIssued(programme.key()).get(0));
            assertEquals(
                    List.of("JOINED 1 2025-03 1", "JOINED 2 2025-03 1", "JOINED 3 2025-03 1"),
                    rows(shelf, programme, MARCH));
            assertEquals(
                    List.of(
                            "CONTINUES 1 2025-04 1",
                            "LEFT 3 2025-04 0",
                            "CONTINUES 4 2025-04 1",
                            "CONTINUES 5 2025-04 1",
                            "CORRECTION 2 2025-03 -1",
                            "CORRECTION 4 2025-03 1",
                            "CORRECTION 5 2025-03 1"),
                    rows(shelf, programme, APRIL));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anEndThatBecomesKnownLateGivesBackTheMonthsSinceThen(Database database) {
        Programme programme = Programmes.of(TANI).build();
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(programme))) {
            IuranShelf shelf = new IuranShelf(rooms.register);
            enrol(rooms, LocalDate.of(2025, 1, 5), 1, 2);
            issue(shelf, programme, APRIL, LocalDate.of(2025, 4, 20));
            end(rooms, 2, LocalDate.of(2025, 2, 14));

            IuranFigures may =
                    issue(shelf, programme, MAY, LocalDate.of(2025, 5, 10)).get(0);

            assertEquals("1 covered, 0 joined, 0 left, 0 refused, -10 due, 70 billed, 130 to come", text(may));
            assertEquals(List.of("2025-03 -1 -10", "2025-04 -1 -10"), corrections(may));
            assertEquals(
                    List.of("CONTINUES 1 2025-05 1", "CORRECTION 2 2025-03 -1", "CORRECTION 2 2025-04 -1"),
                    rows(shelf, programme, MAY));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anotherWageCountsFromTheNextListOn(Database database) {
        Programme programme = Programmes.of(TANI).build();
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(programme))) {
            IuranShelf shelf = new IuranShelf(rooms.register);
            enrol(rooms, LocalDate.of(2025, 3, 5), 1);
            issue(shelf, programme, MARCH, LocalDate.of(2025, 3, 20));
            rooms.sql.update("update entry set base = 40 where " + person(1));

            IuranFigures april =
                    issue(shelf, programme, APRIL, LocalDate.of(2025, 4, 20)).get(0);
            end(rooms, 1, LocalDate.of(2025, 3, 28));
            IuranFigures may =
                    issue(shelf, programme, MAY, LocalDate.of(2025, 5, 20)).get(0);

            assertEquals("1 covered, 0 joined, 0 left, 0 refused, 40 due, 50 billed, 560 to come", text(april));
            assertEquals(List.of(), corrections(april));
            assertEquals("0 covered, 0 joined, 0 left, 0 refused, -40 due, 10 billed, 0 to come", text(may));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatBecomesKnownAfterTheLastMonthIsAListOfDifferencesAlone(Database database) {
        Programme programme = Programmes.of(TANI).build();
        YearMonth december = YearMonth.of(2025, 12);
        YearMonth february = YearMonth.of(2026, 2);
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(programme))) {
            IuranShelf shelf = new IuranShelf(rooms.register);
            enrol(rooms, LocalDate.of(2025, 10, 5), 1, 2, 3);
            issue(shelf, programme, december, LocalDate.of(2025, 12, 10));
            end(rooms, 1, LocalDate.of(2025, 12, 31)); // with the programme
            end(rooms, 3, LocalDate.of(2025, 11, 20));
            rooms.sql.update("update entry set state = 'REFUSED' where " + person(2));

            IuranFigures differences = differences(shelf, programme, february, LocalDate.of(2026, 2, 10))
                    .get(0);

            assertEquals("0 covered, 0 joined, 0 left, 1 refused, -80 due, 100 billed, 0 to come", text(differences));
            assertEquals(List.of("2025-10 -1 -20", "2025-11 -1 -20", "2025-12 -2 -40"), corrections(differences));
            assertEquals(
                    List.of(
                            "CORRECTION 2 2025-10 -1",
                            "CORRECTION 2 2025-11 -1",
                            "CORRECTION 2 2025-12 -1",
                            "CORRECTION 3 2025-12 -1"),
                    rows(shelf, programme, february));
            assertEquals(List.of(), differences(shelf, programme, february, LocalDate.of(2026, 2, 11)));
            assertEquals(
                    List.of(),
                    differences(shelf, programme, february.plusMonths(1), LocalDate.of(2026, 3, 11))
                            .get(0)
                            .corrections());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aDraftIssuesNothing(Database database) {
        Programme programme = Programmes.of(TANI).build();
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(programme))) {
            IuranShelf shelf = new IuranShelf(rooms.register);
            enrol(rooms, LocalDate.of(2025, 3, 5), 1);

            List<IuranFigures> draft = shelf.draft(
                    programme.key(), ledger -> new MonthlyIuran(new RoundRates(), programme, LocalDate.of(2025, 3, 6))
                            .issueUpTo(APRIL, ledger));

            assertEquals(2, draft.size());
            assertEquals(List.of(), shelf.listIssued(programme.key()));
            assertEquals(0, rooms.sql.queryForObject("select count(*) from iuran_line", Integer.class));
        }
    }

    private static void enrol(RegisterRooms rooms, LocalDate day, int... serials) {
        List<id.jembatan.domain.Worker> people = new ArrayList<>();
        for (int serial : serials) {
            people.add(RegisterRooms.person(serial));
        }
        rooms.drop(TANI, day, people);
        rooms.enrol(TANI, day);
    }

    private static String person(int serial) {
        return "row_id = (select min(row_id) from drop_row where nik = " + (9203011205809000L + serial) + ")";
    }

    private static void end(RegisterRooms rooms, int serial, LocalDate on) {
        rooms.sql.update(
                "update entry set state = 'ENDED', ended_on = ?, end_reason = 'meninggal' where " + person(serial), on);
    }

    private static List<IuranFigures> issue(IuranShelf shelf, Programme programme, YearMonth month, LocalDate on) {
        MonthlyIuran iuran = new MonthlyIuran(new RoundRates(), programme, on);
        return shelf.issue(programme.key(), ledger -> iuran.issueUpTo(month, ledger));
    }

    private static List<IuranFigures> differences(
            IuranShelf shelf, Programme programme, YearMonth month, LocalDate on) {
        MonthlyIuran iuran = new MonthlyIuran(new RoundRates(), programme, on);
        return shelf.issue(programme.key(), ledger -> iuran.issueDifferences(month, ledger));
    }

    private static String text(IuranFigures figures) {
        return figures.covered() + " covered, " + figures.joined() + " joined, " + figures.left() + " left, "
                + figures.refused() + " refused, " + plain(figures.due().total()) + " due, " + plain(figures.billed())
                + " billed, " + plain(figures.toCome()) + " to come";
    }

    private static List<String> corrections(IuranFigures figures) {
        return figures.corrections().stream()
                .map(correction -> correction.month() + " " + correction.people() + " "
                        + plain(correction.amount().total()))
                .toList();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static List<String> rows(IuranShelf shelf, Programme programme, YearMonth month) {
        List<String> rows = new ArrayList<>();
        YearMonth first = shelf.listIssued(programme.key()).get(0).month();
        shelf.forEachRow(
                programme.key(),
                month,
                first,
                programme.endOn(LocalDate.of(2026, 3, 1)),
                row -> rows.add(
                        row.kind() + " " + row.worker().nik().value() % 10 + " " + row.month() + " " + row.times()));
        return rows;
    }
}
