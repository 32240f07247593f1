package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.AnswerRow;
import id.jembatan.domain.AnswerVerdict;
import id.jembatan.domain.DayCounts;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.LineRef;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Sex;
import id.jembatan.domain.Worker;
import id.jembatan.stage.AnswerLog;
import id.jembatan.stage.AnswerShelf;
import id.jembatan.stage.Register;
import id.jembatan.stage.ReportShelf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What reports over months ask of the register, and how days are summed up. */
class FiguresOverMonthsTest {

    private static final String TANI = "9203/tani";
    private static final String LAUT = "9203/laut";
    private static final List<Programme> PROGRAMMES =
            List.of(Programmes.of(TANI).build(), Programmes.of(LAUT).build());
    private static final LocalDate SENT = LocalDate.of(2025, 3, 6);

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoHasACardWaitedFromTheFirstListToTheAnswer(Database database) {
        try (RegisterRooms rooms = new RegisterRooms(database.open(), PROGRAMMES)) {
            rooms.drop(TANI, RegisterRooms.person(1), RegisterRooms.person(2), RegisterRooms.person(3));
            rooms.drop(LAUT, RegisterRooms.person(4));
            rooms.enrol(TANI, SENT);
            rooms.sql.update("update batch set state = 'SENT'");
            rooms.sql.update("update entry set state = 'SENT' where batch_id is not null");
            answer(rooms.register, LocalDate.of(2025, 3, 12), row(1, AnswerVerdict.ACCEPTED));
            answer(
                    rooms.register,
                    LocalDate.of(2025, 4, 4),
                    row(2, AnswerVerdict.CHANGED),
                    row(3, AnswerVerdict.REFUSED));
            rooms.drop(TANI, LocalDate.of(2025, 4, 9), List.of(RegisterRooms.person(1))); // known: no other card

            assertEquals(Map.of("2025-03-05 2025-03-12", 1L, "2025-03-05 2025-04-04", 1L), waits(rooms.register, TANI));
            assertEquals(Map.of(), waits(rooms.register, LAUT));
        }
    }

    private static Map<String, Long> waits(Register register, String programme) {
        Map<String, Long> waits = new TreeMap<>();
        new ReportShelf(register)
                .forEachWait(
                        Programmes.key(programme),
                        (waited, people) -> waits.put(waited.came() + " " + waited.answered(), people));
        return waits;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void sectorsAreOfWhoeverHasAPlaceOrWasSent(Database database) {
        try (RegisterRooms rooms = new RegisterRooms(database.open(), PROGRAMMES)) {
            rooms.drop(
                    TANI, inSector(1, "Sawit"), inSector(2, "Sawit"), inSector(3, "Tambak"), RegisterRooms.person(4));
            rooms.enrol(TANI, SENT);
            rooms.sql.update(
                    "update entry set state = 'ENDED', ended_on = date '2025-03-20' where row_id = (select min(row_id) from entry)");
            rooms.drop(TANI, inSector(5, "Pabrik"));
            rooms.sql.update("update entry set state = 'ENDED' where row_id = (select max(row_id) from entry)");

            Map<String, Long> sectors = new TreeMap<>();
            new ReportShelf(rooms.register).forEachSector(Programmes.key(TANI), sectors::put);

            assertEquals(Map.of("Sawit", 2L, "Tambak", 1L), sectors);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void listsAreThoseThatWereAnsweredAndStand(Database database) {
        try (RegisterRooms rooms = new RegisterRooms(database.open(), PROGRAMMES)) {
            rooms.drop(TANI, RegisterRooms.person(1));
            rooms.drop(LAUT, LocalDate.of(2025, 4, 1), List.of(RegisterRooms.person(2), RegisterRooms.person(3)));
            long undone = rooms.drop(TANI, RegisterRooms.person(4)).receipt().number();
            rooms.log.markReplied(undone);
            assertEquals(List.of(), rooms.undo(undone));
            rooms.receive(TANI, RegisterRooms.DAY);

            List<String> lists = new ArrayList<>();
            new ReportShelf(rooms.register)
                    .forEachList(drop -> lists.add(drop.receipt().programme().orElseThrow() + " "
                            + drop.receipt().day() + " " + drop.outcomes().read()));

            assertEquals(List.of(TANI + " 2025-03-05 1", LAUT + " 2025-04-01 2"), lists);
        }
    }

    @org.junit.jupiter.api.Test
    void aTenthIsReachedByWhoeverMakesItFull() {
        DayCounts days = new DayCounts();
        assertEquals(OptionalLong.empty(), days.within(5));
        days.add(3, 5);
        days.add(9, 4);
        days.add(40, 1);

        assertEquals(10, days.people());
        assertEquals(OptionalLong.of(3), days.within(5));
        assertEquals(OptionalLong.of(9), days.within(9));
        assertEquals(OptionalLong.of(40), days.within(10));
    }

    private static Worker inSector(int serial, String sector) {
        return new Worker(
                new NationalId(9203011205809000L + serial),
                "ORANG KARANGAN " + serial,
                "ORANG KARANGAN " + serial,
                Optional.of(LocalDate.of(1980, 5, 12)),
                Sex.MALE,
                Optional.empty(),
                FieldTexts.builder()
                        .put(id.jembatan.domain.Field.SECTOR, sector)
                        .build());
    }

    private static AnswerRow row(int line, AnswerVerdict verdict) {
        return new AnswerRow(
                line,
                0,
                line + 1,
                Optional.of(new LineRef("9203-tani-20250306-01", line)),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(verdict),
                verdict.isAccepted() ? Optional.of("1234567890" + line) : Optional.empty(),
                "",
                Optional.empty());
    }

    private static void answer(Register register, LocalDate day, AnswerRow... rows) {
        AnswerShelf shelf = new AnswerShelf(register);
        AnswerFile file = new AnswerLog(register)
                .receive(new AnswerLog.Arrived(
                        Optional.of("cabang-9203"),
                        "jawaban.csv",
                        "cabang-9203/jawaban.csv",
                        String.format("%064x", System.nanoTime()),
                        100,
                        Instant.parse("2025-04-01T00:00:00Z"),
                        day,
                        Optional.empty()));
        List<AnswerRow> numbered = new ArrayList<>(List.of(rows));
        shelf.put(file, numbered);
        shelf.settle(file, List.of(""), rows.length);
    }
}
