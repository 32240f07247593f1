package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Batch;
import id.jembatan.domain.PersonTrace;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Sending;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Worker;
import id.jembatan.enrol.Enrolment;
import id.jembatan.stage.EnrolmentShelf;
import id.jembatan.stage.EnrolmentShelf.Release;
import id.jembatan.stage.PersonShelf;
import id.jembatan.stage.SilenceShelf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When a programme's people go to the branch, and that the branch is told of an end (SPEC 8: send, release, kinds). */
class WhenBatchesGoTest {

    private static final String TANI = "9203/tani";

    @ParameterizedTest
    @EnumSource(Database.class)
    void aMonthlyProgrammeSendsOnTheFirstNightThatFindsAnybody(Database database) {
        try (RegisterRooms rooms = rooms(database, new Sending(true, OptionalLong.empty(), false))) {
            come(rooms, "2025-03-05", 1);
            come(rooms, "2025-03-06", 2);
            come(rooms, "2025-04-01", 3);

            assertEquals(List.of("9203-tani-20250305-01 1", "9203-tani-20250401-01 2"), batches(rooms));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aProgrammeWithAMinimumWaitsForItUntilItsLastMonth(Database database) {
        try (RegisterRooms rooms = rooms(database, new Sending(false, OptionalLong.of(2), false))) {
            come(rooms, "2025-03-05", 1);
            come(rooms, "2025-03-06", 2);
            come(rooms, "2025-12-01", 3);

            assertEquals(List.of("9203-tani-20250306-01 2", "9203-tani-20251201-01 1"), batches(rooms));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aBatchThatIsToBeConfirmedIsReleasedBySomebodyElse(Database database) {
        try (RegisterRooms rooms = rooms(database, new Sending(false, OptionalLong.empty(), true))) {
            come(rooms, "2025-03-05", 1);
            String batch = "9203-tani-20250305-01";

            assertEquals(List.of(), rooms.enrolments.listUnsent());
            assertEquals(
                    Release.UNKNOWN, rooms.enrolments.release("9203-tani-20250305-02", "bendahara", RegisterRooms.DAY));
            assertEquals(Release.SAME_PERSON, rooms.enrolments.release(batch, "Malam", RegisterRooms.DAY));
            assertEquals(Release.RELEASED, rooms.enrolments.release(batch, "bendahara", RegisterRooms.DAY));
            assertEquals(Release.NOT_HELD, rooms.enrolments.release(batch, "bendahara", RegisterRooms.DAY));
            assertEquals(1, rooms.enrolments.listUnsent().size());
        }
    }

    /** The one that is released late is chained to the one that went before it. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void manifestsAreChainedInTheOrderInWhichTheyWent(Database database) {
        Programme slow = Programmes.of(TANI)
                .sending(new Sending(false, OptionalLong.empty(), true))
                .build();
        Programme quick = Programmes.of("9203/nelayan").build();
        try (RegisterRooms rooms = new RegisterRooms(database.open(), List.of(slow, quick))) {
            come(rooms, "2025-03-05", 1);
            rooms.drop("9203/nelayan", LocalDate.of(2025, 3, 5), List.of(RegisterRooms.person(2)));
            rooms.enrol("9203/nelayan", LocalDate.of(2025, 3, 5));
            EnrolmentShelf shelf = rooms.enrolments;
            send(shelf, "a".repeat(64));
            shelf.release("9203-tani-20250305-01", "bendahara", RegisterRooms.DAY);

            StoredBatch late = shelf.listUnsent().get(0);
            Optional<String> before = shelf.findPreviousManifest(late);
            send(shelf, "b".repeat(64));

            assertEquals(Optional.of("a".repeat(64)), before);
            assertEquals(before, shelf.findPreviousManifest(late));
            assertEquals(
                    Optional.empty(),
                    shelf.findPreviousManifest(shelf.listSent().get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theBranchIsToldOfAnEndOnce(Database database) {
        try (RegisterRooms rooms = rooms(database, Sending.NIGHTLY)) {
            come(rooms, "2025-03-05", 1, 2, 3);
            rooms.sql.update(
                    "update entry set state = 'ENDED', ended_on = ?, end_reason = 'meninggal'"
                            + " where row_id = (select min(row_id) from entry)",
                    LocalDate.of(2025, 4, 2));
            rooms.enrol(TANI, LocalDate.of(2025, 4, 3));
            assertEquals(1, batches(rooms).size(), "the branch does not have them yet");
            send(rooms.enrolments, "a".repeat(64));

            rooms.enrol(TANI, LocalDate.of(2025, 4, 4));
            rooms.enrol(TANI, LocalDate.of(2025, 4, 5));

            assertEquals(List.of("9203-tani-20250305-01 3", "9203-tani-20250404-e01 1"), batches(rooms));
            StoredBatch end = rooms.enrolments.listUnsent().get(0);
            assertEquals(Batch.Kind.END, end.kind());
            assertEquals(0, end.months());
            assertEquals(0, end.total().compareTo(BigDecimal.ZERO));
            assertEquals(0, end.monthly().total().compareTo(BigDecimal.TEN));
            List<String> told = rooms.enrolments.withLines(
                    end,
                    Optional.empty(),
                    lines -> List.of(lines.next().ending().map(Object::toString).orElse("")));
            assertEquals(List.of("Ending[on=2025-04-02, reason=meninggal]"), told);
        }
    }

    /** A change is of people who stand in a batch that was billed already; it is a line that the person stood in all the same. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void aChangeIsNoNewBillButALineOfThePerson(Database database) {
        try (RegisterRooms rooms = rooms(database, Sending.NIGHTLY)) {
            come(rooms, "2025-03-05", 1, 2);
            send(rooms.enrolments, "a".repeat(64));
            Worker first = RegisterRooms.person(1);
            rooms.drop(
                    TANI,
                    LocalDate.of(2025, 3, 6),
                    List.of(RegisterRooms.person(1, first.name(), LocalDate.of(1971, 2, 3))));
            Programme programme = rooms.agreements.getProgramme(Programmes.key(TANI));
            Enrolment night = new Enrolment(
                    rooms.agreements,
                    new RoundRates(),
                    rooms.agreements.getRegency(programme.key().regency()),
                    programme,
                    LocalDate.of(2025, 3, 6));
            rooms.enrolments.enrol(
                    programme.key(), ledger -> night.freezeChanged(ledger, "malam", (told, now) -> !told.equals(now)));
            send(rooms.enrolments, "b".repeat(64));

            assertEquals(List.of("9203-tani-20250305-01 2", "9203-tani-20250306-c01 1"), batches(rooms));
            SilenceShelf bills = new SilenceShelf(rooms.register);
            BigDecimal once = rooms.enrolments.listAfter(0).get(0).total();
            assertEquals(1, once.signum());
            assertEquals(0, once.compareTo(bills.billed(programme.key())));
            assertEquals(
                    List.of("9203-tani-20250305-01/1", "9203-tani-20250306-c01/1"),
                    new PersonShelf(rooms.register)
                            .trace(first.nik()).sent().stream()
                                    .map(PersonTrace.Sent::ref)
                                    .toList());
        }
    }

    private static RegisterRooms rooms(Database database, Sending sending) {
        return new RegisterRooms(
                database.open(), List.of(Programmes.of(TANI).sending(sending).build()));
    }

    private static void come(RegisterRooms rooms, String day, int... serials) {
        List<id.jembatan.domain.Worker> people = new java.util.ArrayList<>();
        for (int serial : serials) {
            people.add(RegisterRooms.person(serial));
        }
        rooms.drop(TANI, LocalDate.parse(day), people);
        rooms.enrol(TANI, LocalDate.parse(day));
    }

    private static void send(EnrolmentShelf shelf, String manifest) {
        for (StoredBatch batch : shelf.listUnsent()) {
            shelf.markPublishing(batch, manifest);
            shelf.markSent(batch);
        }
    }

    private static List<String> batches(RegisterRooms rooms) {
        return rooms.enrolments.listAfter(0).stream()
                .map(batch -> batch.number() + " " + batch.people())
                .toList();
    }
}
