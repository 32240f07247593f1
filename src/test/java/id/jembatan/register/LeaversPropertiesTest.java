package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Arrival;
import id.jembatan.domain.EndReason;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.settle.Settlement;
import id.jembatan.stage.Register;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whom lists of leavers end, against what a person would say who crosses names off a list. */
class LeaversPropertiesTest {

    private static final String PROGRAMME = "9203/rentan";

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

    /** A row of leavers: who, and how many days from the receipt. */
    record Row(int serial, int days) {}

    /** What comes on one day: people, then leavers. */
    record Day(List<Integer> come, List<Row> leave) {}

    @Provide
    Arbitrary<List<Day>> days() {
        Arbitrary<Integer> serial = Arbitraries.integers().between(1, 6);
        Arbitrary<List<Integer>> come = serial.list().uniqueElements().ofMaxSize(4);
        Arbitrary<List<Row>> leave = Combinators.combine(
                        serial, Arbitraries.integers().between(-1, 2))
                .as(Row::new)
                .list()
                .ofMaxSize(5);
        return Combinators.combine(come, leave).as(Day::new).list().ofMinSize(1).ofMaxSize(5);
    }

    @Property(tries = 150)
    void onH2(@ForAll("days") List<Day> days) {
        play(h2, days);
    }

    @Property(tries = 40)
    void onPostgresql(@ForAll("days") List<Day> days) {
        play(postgresql, days);
    }

    private static void play(Register register, List<Day> days) {
        Database.empty(register);
        Programme programme = Programmes.of(PROGRAMME).build();
        RegisterRooms rooms = new RegisterRooms(register, List.of(programme));
        Map<Integer, LocalDate> live = new HashMap<>(); // the day on which each leaves
        Set<Integer> known = new HashSet<>();
        long entered = 0;
        LocalDate day = RegisterRooms.DAY;
        for (Day one : days) {
            if (!one.come().isEmpty()) {
                rooms.drop(
                        PROGRAMME,
                        day,
                        one.come().stream().map(RegisterRooms::person).toList());
                for (int serial : one.come()) {
                    entered += live.putIfAbsent(serial, LocalDate.MAX) == null ? 1 : 0;
                    known.add(serial);
                }
            }
            if (!one.leave().isEmpty()) {
                List<String> expected = crossOff(one.leave(), day, live, known);

                LoggedDrop settled = leave(rooms, programme, day, one.leave());

                assertEquals(expected, rooms.outcomes(settled));
            }
            assertEquals(new TreeSet<>(live.keySet()), liveSerials(rooms));
            rooms.enrol(PROGRAMME, day);
            LocalDate today = day;
            live.values().removeIf(last -> !last.isAfter(today));
            assertEquals(new TreeSet<>(live.keySet()), liveSerials(rooms));
            assertEquals(entered, rooms.sql.queryForObject("select count(*) from entry", Long.class));
            day = day.plusDays(1);
        }
    }

    private static List<String> crossOff(
            List<Row> rows, LocalDate day, Map<Integer, LocalDate> live, Set<Integer> known) {
        List<String> outcomes = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (Row row : rows) {
            LocalDate last = day.plusDays(row.days());
            if (!known.contains(row.serial())) {
                outcomes.add("REJECTED");
            } else if (!seen.add(row.serial())
                    || !live.containsKey(row.serial())
                    || last.equals(live.get(row.serial()))) {
                outcomes.add("UNCHANGED");
            } else {
                outcomes.add("ENDED");
                if (last.isAfter(day)) {
                    live.put(row.serial(), last);
                } else {
                    live.remove(row.serial());
                }
            }
        }
        return outcomes;
    }

    private static LoggedDrop leave(RegisterRooms rooms, Programme programme, LocalDate day, List<Row> rows) {
        long receipt = stage(rooms, programme, day, rows);
        Settlement settlement = new Settlement(rooms.agreements, new RoundRates(), programme, day);
        return rooms.settlements.end(receipt, programme.key(), false, settlement::reckonPlaces);
    }

    /** A list of leavers that is read and not settled. */
    static long stage(RegisterRooms rooms, Programme programme, LocalDate day, List<Row> rows) {
        long receipt = rooms.log
                .receipts()
                .receive(List.of(new Arrival(
                        Optional.of(programme.key().regency()),
                        Optional.of(programme.key()),
                        "berhenti.csv",
                        programme.key() + "/berhenti/berhenti.csv",
                        String.format("%064x", System.nanoTime()),
                        1,
                        Instant.parse("2025-03-05T03:00:00Z"),
                        day,
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        Optional.empty())))
                .get(0)
                .number();
        List<JudgedRow> judged = new ArrayList<>();
        for (Row row : rows) {
            judged.add(new JudgedRow(
                    judged.size() + 1,
                    0,
                    judged.size() + 2,
                    List.of(),
                    Optional.of(RegisterRooms.person(row.serial())),
                    Optional.empty(),
                    OptionalLong.empty(),
                    Optional.of(new Leaving(day.plusDays(row.days()), EndReason.DIED)),
                    Optional.empty()));
        }
        rooms.rows.put(receipt, judged);
        rooms.log.markRead(receipt, RegisterRooms.SHEETS, RegisterRooms.reading(judged.size()));
        return receipt;
    }

    private static Set<Integer> liveSerials(RegisterRooms rooms) {
        return new TreeSet<>(rooms.sql.queryForList(
                "select cast(mod(r.nik, 1000) as int) from entry e join drop_row r on r.row_id = e.row_id"
                        + " where e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')",
                Integer.class));
    }
}
