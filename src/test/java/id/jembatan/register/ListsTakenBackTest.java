package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.EndReason;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.FullList;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.Leaving;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.UndoHindrance.Kind;
import id.jembatan.settle.Settlement;
import id.jembatan.stage.Leavers;
import id.jembatan.stage.Register;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Lists of leavers and full lists that are undone leave the register as a run without them would have. */
class ListsTakenBackTest {

    private static final String TANI = "9203/tani";
    private static final String NELAYAN = "9203/nelayan";

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

    /** What can come. */
    enum Happening {
        COME,
        LEAVE,
        FULL,
        CONFIRM,
        NIGHT
    }

    /**
     * One thing that happens, a day after the one before.
     *
     * @param days of leavers: from the receipt to the last day
     */
    record Event(Happening kind, boolean tani, List<Integer> serials, int days) {

        @Override
        public boolean equals(Object other) {
            return this == other; // two things that happen alike are two
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        boolean isDrop() {
            return kind == Happening.COME || kind == Happening.LEAVE || kind == Happening.FULL;
        }

        Programme programme(List<Programme> programmes) {
            return programmes.get(tani ? 0 : 1);
        }
    }

    /** What happens, and the quota of the first programme; none when negative. */
    record Life(int quota, List<Event> events) {}

    @Provide
    Arbitrary<Life> lives() {
        Arbitrary<Happening> kind = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Happening.COME)),
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Happening.LEAVE)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Happening.FULL)),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(Happening.CONFIRM)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(Happening.NIGHT)));
        Arbitrary<Event> event = Combinators.combine(
                        kind,
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.integers()
                                .between(1, 6)
                                .list()
                                .uniqueElements()
                                .ofMinSize(1)
                                .ofMaxSize(4),
                        Arbitraries.of(-1, 0, 0, 1, 2, 30))
                .as(Event::new);
        return Combinators.combine(
                        Arbitraries.of(-1, 1, 2, 4, 50),
                        event.list().ofMinSize(2).ofMaxSize(7))
                .as(Life::new);
    }

    @Property(tries = 250)
    void anUndoneListLeavesNothingOnH2(@ForAll("lives") Life life, @ForAll @IntRange(max = 6) int which) {
        leavesNothing(h2, life, which);
    }

    @Property(tries = 60)
    void anUndoneListLeavesNothingOnPostgresql(@ForAll("lives") Life life, @ForAll @IntRange(max = 6) int which) {
        leavesNothing(postgresql, life, which);
    }

    private static void leavesNothing(Register register, Life life, int wanted) {
        List<Event> drops = life.events().stream().filter(Event::isDrop).toList();
        if (drops.isEmpty()) {
            return;
        }
        int which = wanted % drops.size();
        Map<Integer, Long> confirmed = new HashMap<>();
        RegisterRooms with = play(register, life, confirmed);
        if (!with.undo(which + 1, lastDay(life)).isEmpty()) {
            return;
        }
        Map<String, List<String>> undone = everything(with, lastDay(life));

        RegisterRooms without = play(register, life, which, Map.copyOf(confirmed));
        Map<String, List<String>> expected = everything(without, lastDay(life));

        if (hasNightSince(life, drops.get(which)) && !expected.equals(undone)) {
            // that night had nobody to send or to end because of the list: the next does it
            for (Map<String, List<String>> either : List.of(expected, undone)) {
                either.keySet().removeAll(List.of("before: " + ENTRIES, "before: " + BATCHES, "after: " + BATCHES));
                either.replaceAll((sql, rows) -> rows.stream()
                        .map(row -> row.replaceAll("SENT_MONTH=[^,]+", "SENT_MONTH"))
                        .toList());
            }
        }
        assertEquals(text(expected), text(undone));
    }

    private static boolean hasNightSince(Life life, Event drop) {
        List<Event> since =
                life.events().subList(life.events().indexOf(drop), life.events().size());
        return since.stream().anyMatch(event -> event.kind() == Happening.NIGHT);
    }

    private static String text(Map<String, List<String>> rows) {
        return rows.entrySet().stream()
                .map(one -> one.getKey() + "\n" + String.join("\n", one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static LocalDate lastDay(Life life) {
        return RegisterRooms.DAY.plusDays(life.events().size());
    }

    /** All that happens, in turn; notes which lists the operator confirmed with whom to end, by the event. */
    private static RegisterRooms play(Register register, Life life, Map<Integer, Long> confirmed) {
        return play(register, life, -1, (rooms, event) -> {
            List<Long> latest = rooms.sql.queryForList("""
                    select max(l.receipt) from drop_log l join programme p on p.no = l.programme_no and p.id = ?
                    where l.proposed is not null having count(*) > 0""", Long.class, event.tani() ? "tani" : "nelayan");
            LocalDate today = RegisterRooms.DAY.plusDays(life.events().indexOf(event));
            latest.stream()
                    .filter(list -> confirm(rooms, list, event, today) > 0)
                    .forEach(list -> confirmed.put(life.events().indexOf(event), list));
        });
    }

    /** The same, and one of the drops is refused; who shows up then was not there to be confirmed. */
    private static RegisterRooms play(Register register, Life life, int refused, Map<Integer, Long> confirmed) {
        return play(register, life, refused, (rooms, event) -> {
            Long list = confirmed.get(life.events().indexOf(event));
            if (list != null && list != refused + 1) {
                confirm(
                        rooms,
                        list,
                        event,
                        RegisterRooms.DAY.plusDays(life.events().indexOf(event)));
            }
        });
    }

    private static void night(RegisterRooms rooms, LocalDate day) {
        rooms.enrol(TANI, day);
        rooms.enrol(NELAYAN, day);
        rooms.enrolments.listUnsent().forEach(batch -> {
            rooms.enrolments.markPublishing(batch, "0".repeat(64));
            rooms.enrolments.markSent(batch);
        });
    }

    private static long confirm(RegisterRooms rooms, long list, Event event, LocalDate today) {
        return new Leavers(rooms.register).confirm(list, today.plusDays(Math.max(0, event.days())), today, "budi");
    }

    private static RegisterRooms play(
            Register register, Life life, int refused, BiConsumer<RegisterRooms, Event> confirming) {
        Database.empty(register);
        Programmes tani = Programmes.of(TANI);
        if (life.quota() >= 0) {
            tani.quota(life.quota());
        }
        List<Programme> programmes =
                List.of(tani.build(), Programmes.of(NELAYAN).build());
        RegisterRooms rooms = new RegisterRooms(register, programmes);
        LocalDate day = RegisterRooms.DAY;
        int drops = 0;
        for (Event event : life.events()) {
            Programme programme = event.programme(programmes);
            switch (event.kind()) {
                case NIGHT -> night(rooms, day);
                case CONFIRM -> confirming.accept(rooms, event);
                case COME, FULL, LEAVE -> drop(rooms, event, programme, day, drops++ == refused);
            }
            day = day.plusDays(1);
        }
        return rooms;
    }

    private static void drop(RegisterRooms rooms, Event event, Programme programme, LocalDate day, boolean refused) {
        long receipt;
        if (event.kind() == Happening.LEAVE) {
            receipt = LeaversPropertiesTest.stage(
                    rooms,
                    programme,
                    day,
                    event.serials().stream()
                            .map(serial -> new LeaversPropertiesTest.Row(serial, event.days()))
                            .toList());
        } else {
            List<JudgedRow> judged = new ArrayList<>();
            event.serials()
                    .forEach(serial -> judged.add(RegisterRooms.row(
                            judged.size() + 1, 0, RegisterRooms.person(serial), RoundRates.LOWEST_BASE)));
            receipt = rooms.stage(programme.key().toString(), day, judged);
        }
        if (refused) {
            rooms.log.refuse(receipt, new Refusal(FindingCode.FILE_NO_ROWS, List.of()));
            rooms.rows.clear(receipt);
        } else {
            settle(rooms, event, programme, day, receipt);
        }
        rooms.log.markReplied(receipt);
    }

    private static void settle(RegisterRooms rooms, Event event, Programme programme, LocalDate day, long receipt) {
        Settlement settlement = new Settlement(rooms.agreements, new RoundRates(), programme, day);
        switch (event.kind()) {
            case LEAVE -> rooms.settlements.end(receipt, programme.key(), false, settlement::reckonPlaces);
            case FULL ->
                rooms.settlements.settle(
                        receipt,
                        programme.key(),
                        false,
                        Optional.of(new FullList(receipt, receipt, true)),
                        settlement::settle);
            default -> rooms.settle(receipt);
        }
    }

    private static final String ENTRIES = """
            select e.row_id, p.id, e.state, e.data_row_id, e.base, e.sent_month, e.ended_on, e.end_reason, e.ended_from,
                e.leaves_on, e.leave_reason, e.left_by
            from entry e join programme p on p.no = e.programme_no order by p.no, e.queue, e.row_id""";

    private static final String BATCHES = """
            select b.number, l.line_no, l.row_id, l.ended_on from batch_line l join batch b on b.batch_id = l.batch_id
            order by b.number, l.line_no""";

    /** All that the register knows of people and lists, before and after a night; but for numbers that are not given again. */
    private static Map<String, List<String>> everything(RegisterRooms rooms, LocalDate day) {
        Map<String, List<String>> everything = new LinkedHashMap<>();
        list(rooms, "before: ", everything);
        night(rooms, day);
        list(rooms, "after: ", everything);
        return everything;
    }

    private static void list(RegisterRooms rooms, String when, Map<String, List<String>> everything) {
        for (String sql : List.of(
                ENTRIES,
                BATCHES,
                "select row_id, nik, codes from drop_row order by row_id",
                "select * from row_outcome order by row_id",
                "select * from leaving order by row_id",
                """
                select list_no, entry_row_id, state, before_on, before_reason, before_by, voided_by, voided_all
                from leaver_proposal order by list_no, entry_row_id""",
                "select receipt, confirmed from drop_moment order by receipt, confirmed",
                "select receipt, ordinal, cause from notice order by receipt, ordinal",
                "select receipt, proposed from drop_log order by receipt")) {
            everything.put(
                    when + sql,
                    rooms.sql.queryForList(sql).stream().map(Object::toString).toList());
        }
    }

    private static Event come(Integer... serials) {
        return new Event(Happening.COME, true, List.of(serials), 0);
    }

    private static Event leave(int days, Integer... serials) {
        return new Event(Happening.LEAVE, true, List.of(serials), days);
    }

    private static Event night() {
        return new Event(Happening.NIGHT, true, List.of(), 0);
    }

    private static Event confirmed() {
        return new Event(Happening.CONFIRM, true, List.of(), 0);
    }

    private static Event full(Integer... serials) {
        return new Event(Happening.FULL, true, List.of(serials), 0);
    }

    private static void assertStands(Life life, int receipt, UndoHindrance... expected) {
        for (Register register : List.of(h2, postgresql)) {
            RegisterRooms rooms = play(register, life, new HashMap<>());
            List<UndoHindrance> found = rooms.undo(receipt, lastDay(life)).stream()
                    .map(one -> one.kind() == Kind.DROP ? new UndoHindrance(Kind.DROP, receipts(rooms, one)) : one)
                    .toList();
            assertEquals(List.of(expected), found);
        }
    }

    private static String receipts(RegisterRooms rooms, UndoHindrance drop) {
        return String.join(
                ",",
                rooms.sql.queryForList(
                        "select cast(receipt as varchar(9)) from drop_log where drop_id = ? order by receipt",
                        String.class,
                        drop.name()));
    }

    @Example
    void peopleStandAsBeforeTheListOfLeavers() {
        Life life = new Life(50, List.of(come(1, 2, 3), night(), leave(0, 1), leave(30, 2), come(4)));
        for (int receipt : new int[] {2, 3}) {
            assertStands(life, receipt);
            leavesNothing(h2, life, receipt - 1);
        }
    }

    @Example
    void whoseNightHadNobodyToSendGoesWithTheNext() {
        Life life = new Life(50, List.of(come(1), leave(0, 1), night()));

        assertStands(life, 2);
        leavesNothing(h2, life, 1);
        leavesNothing(postgresql, life, 1);
    }

    @Example
    void aConfirmedFullListGivesItsLeaversBack() {
        Life life = new Life(-1, List.of(come(1, 2, 3, 4, 5), night(), full(1, 2, 3, 4), confirmed()));

        assertStands(life, 2);
        leavesNothing(postgresql, life, 1);
    }

    @Example
    void theBranchThatWasToldOfAnEndKeepsTheListStanding() {
        assertStands(
                new Life(50, List.of(come(1, 2), night(), leave(0, 1), night())),
                2,
                new UndoHindrance(Kind.BATCH, "9203-tani-20250308-e01"));
    }

    @Example
    void whoWasSentBecauseTheListPutOffTheirEndKeepsItStanding() {
        assertStands(
                new Life(-1, List.of(come(1), leave(1, 1), leave(3, 1), night())),
                3,
                new UndoHindrance(Kind.BATCH, "9203-tani-20250308-01"));
    }

    @Example
    void whoeverTookThePlaceKeepsTheListStanding() {
        assertStands(new Life(2, List.of(come(1, 2), leave(0, 1), come(3))), 2, new UndoHindrance(Kind.DROP, "3"));
        assertStands(
                new Life(2, List.of(come(1, 2, 3), leave(0, 1), night())),
                2,
                new UndoHindrance(Kind.BATCH, "9203-tani-20250307-01"),
                new UndoHindrance(Kind.PROMOTION, "tani 2025-03-07"));
    }

    @Example
    void whoeverCameThoughThereWasRoomForAllDoesNot() {
        assertStands(new Life(3, List.of(come(1, 2), leave(0, 1), come(3))), 2);
    }

    @Example
    void whoCameAgainKeepsTheListStanding() {
        assertStands(new Life(-1, List.of(come(1), leave(0, 1), come(1))), 2, new UndoHindrance(Kind.DROP, "3"));
    }

    @Example
    void aDayThatSomebodyElseSetSinceKeepsTheListStanding() {
        for (Register register : List.of(h2, postgresql)) {
            RegisterRooms rooms = play(register, new Life(-1, List.of(come(1), leave(30, 1))), new HashMap<>());
            new Leavers(register)
                    .end(
                            Programmes.key(TANI),
                            RegisterRooms.person(1).nik(),
                            new Leaving(RegisterRooms.DAY.plusDays(31), EndReason.DIED),
                            RegisterRooms.DAY,
                            "budi");

            assertEquals(List.of(new UndoHindrance(Kind.END, "DIED")), rooms.undo(2));
        }
    }

    /** A person in the drop waits elsewhere, and a night gave the place there to nobody because of the drop. */
    @Example
    void aNightThatPassedSomebodyOverKeepsTheDropStanding() {
        for (Register register : List.of(h2, postgresql)) {
            Database.empty(register);
            List<Programme> programmes = List.of(
                    Programmes.of(TANI).quota(1).build(), Programmes.of(NELAYAN).build());
            RegisterRooms rooms = new RegisterRooms(register, programmes);
            rooms.drop(TANI, RegisterRooms.person(1), RegisterRooms.person(2));
            LoggedDrop drop = rooms.drop(NELAYAN, RegisterRooms.person(2));
            rooms.log.markReplied(drop.receipt().number());
            new Leavers(register)
                    .end(
                            Programmes.key(TANI),
                            RegisterRooms.person(1).nik(),
                            new Leaving(RegisterRooms.DAY, EndReason.DIED),
                            RegisterRooms.DAY,
                            "budi");
            rooms.enrol(TANI, RegisterRooms.DAY);

            List<UndoHindrance> standing = rooms.undo(drop.receipt().number());

            assertEquals(List.of(new UndoHindrance(Kind.PASSED, "tani 2025-03-05")), standing);
            assertTrue(rooms.sql
                    .queryForList("select 1 from entry where state = 'SENT'")
                    .isEmpty());
        }
    }
}
