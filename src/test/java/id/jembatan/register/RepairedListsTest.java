package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RepairTally;
import id.jembatan.domain.RowId;
import id.jembatan.domain.Worker;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a repaired list does to the list that it repairs, and to the reviews that its rows stand under (SPEC 6, 7). */
class RepairedListsTest {

    private static final LocalDate BORN = LocalDate.of(1980, 5, 12);
    private static final LocalDate OTHER_DAY = LocalDate.of(1971, 1, 1);
    private static final String FARMERS = "9203/tani";
    private static final String FISHERS = "9203/nelayan";

    private RegisterRooms rooms;

    private void open(Database database, int quota) {
        rooms = new RegisterRooms(
                database.open(),
                List.of(
                        Programmes.of(FARMERS).quota(quota).build(),
                        Programmes.of(FISHERS).build(),
                        Programmes.of("7111/tani").build()));
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @EnumSource
    void countsWhatIsRepairedStillWrongNewAndLeft(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, wrong(), wrong(), wrong(), row(man(1, "UDIN")));

        LoggedDrop repaired = drop(
                FARMERS,
                repairing(original, 1, row(man(2, "AMIR"))),
                repairing(original, 2, wrong()),
                row(man(3, "ALI")));

        assertEquals(List.of("ACCEPTED", "REJECTED", "ACCEPTED"), rooms.outcomes(repaired));
        assertEquals(Optional.of(new RepairTally(1, 1, 1, 2)), repaired.repair());
    }

    @ParameterizedTest
    @EnumSource
    void countsRepairsOfRepairsForTheOriginalList(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, wrong(), wrong(), wrong());
        LoggedDrop once = drop(FARMERS, repairing(original, 1, row(man(2, "AMIR"))), repairing(original, 2, wrong()));

        LoggedDrop twice = drop(FARMERS, repairing(once, 2, row(man(3, "ALI"))));

        assertEquals(Optional.of(new RepairTally(1, 0, 0, 1)), twice.repair());
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingWhenAlsoWhatCameNewIsRepaired(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, wrong());
        LoggedDrop once = drop(FARMERS, repairing(original, 1, wrong()), wrong());

        LoggedDrop twice =
                drop(FARMERS, repairing(once, 1, row(man(2, "AMIR"))), repairing(once, 2, row(man(3, "ALI"))));

        assertEquals(Optional.of(new RepairTally(0, 1, 1, 1)), once.repair());
        assertEquals(Optional.of(new RepairTally(2, 0, 0, 0)), twice.repair());
    }

    @ParameterizedTest
    @EnumSource
    void callsARowNewThatNamesNoRowWeSentBack(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, wrong(), row(man(1, "UDIN")));
        LoggedDrop elsewhere = drop(FISHERS, wrong());

        LoggedDrop repaired = drop(
                FARMERS,
                repairing(original, 2, row(man(1, "UDIN"))),
                repairing(elsewhere, 1, row(man(2, "AMIR"))),
                repairing(original, 1, row(man(3, "ALI"))),
                repairing(original, 1, row(man(4, "BUDI"))));

        assertEquals(Optional.of(new RepairTally(1, 0, 3, 0)), repaired.repair());
    }

    @ParameterizedTest
    @EnumSource
    void saysNothingOfRepairWhereNoRowNamesAnother(Database database) {
        open(database, 100);

        assertEquals(Optional.empty(), drop(FARMERS, wrong()).repair());
    }

    @ParameterizedTest
    @EnumSource
    void letsBothInWhenOneOfTwoUnderReviewGetsHisOwnNik(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));

        LoggedDrop repaired = drop(
                FARMERS,
                repairing(original, 1, row(man(1, "UDIN"))),
                repairing(original, 2, row(stranger(2, "SITI WOY"))));

        assertEquals(List.of("REVIEW", "REVIEW"), rooms.outcomes(original));
        assertEquals(List.of("ACCEPTED", "ACCEPTED"), rooms.outcomes(repaired));
        assertEquals(Optional.of(new RepairTally(2, 0, 0, 0)), repaired.repair());
        assertEquals(List.of(), openReviews());
    }

    @ParameterizedTest
    @EnumSource
    void freesTheRowThatWaitedForTheRepair(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));

        LoggedDrop repaired = drop(FARMERS, repairing(original, 2, row(stranger(2, "SITI WOY"))));

        assertEquals(List.of("ACCEPTED"), rooms.outcomes(repaired));
        assertEquals(List.of("REVIEW", "REVIEW"), rooms.outcomes(original));
        assertEquals(List.of(id(original, 1) + " STAGED", id(repaired, 1) + " STAGED"), entries());
        assertEquals(List.of(id(original, 1) + " ACCEPTED"), freed());
        assertEquals(Optional.of(new RepairTally(1, 0, 0, 0)), repaired.repair());
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheReviewOpenWhileTwoPersonsStandUnderIt(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")), wrong());

        LoggedDrop repaired = drop(
                FARMERS,
                repairing(original, 2, row(stranger(1, "SITTI WOY"))),
                repairing(original, 3, row(man(3, "ALI"))));

        assertEquals(List.of("REVIEW", "ACCEPTED"), rooms.outcomes(repaired));
        assertEquals(Optional.of(new RepairTally(1, 1, 0, 2)), repaired.repair());
        assertEquals(List.of("9203 9001"), openReviews());
    }

    @ParameterizedTest
    @EnumSource
    void aSecondRepairOfTheSameRowTakesThePlaceOfTheFirst(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));
        drop(FARMERS, repairing(original, 2, row(stranger(1, "SITTI WOY"))));

        LoggedDrop repaired = drop(FARMERS, repairing(original, 2, row(stranger(2, "SITTI WOY"))));

        assertEquals(List.of("ACCEPTED"), rooms.outcomes(repaired));
        assertEquals(List.of(), openReviews());
        assertEquals(List.of(id(original, 1) + " ACCEPTED"), freed());
    }

    @ParameterizedTest
    @EnumSource
    void settlesRowsOfOtherProgrammesThatWaitedByTheirOwnProgramme(Database database) {
        open(database, 100);
        LoggedDrop farmers = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));
        LoggedDrop fishers = drop(FISHERS, row(man(1, "UDIN")));

        drop(FARMERS, repairing(farmers, 2, row(stranger(2, "SITI WOY"))));

        assertEquals(List.of("REVIEW"), rooms.outcomes(fishers));
        assertEquals(List.of(id(farmers, 1) + " ACCEPTED", id(fishers, 1) + " COVERED 9203/tani"), freed());
    }

    @ParameterizedTest
    @EnumSource
    void aFreedRowComesBehindAllWhoCameBeforeItWasFreed(Database database) {
        open(database, 2);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));
        drop(FARMERS, row(man(5, "BUDI")), row(man(6, "BONI")), row(man(7, "BENI")));

        LoggedDrop repaired = drop(FARMERS, repairing(original, 2, row(stranger(2, "SITI WOY"))));

        assertEquals(List.of("WAITLISTED"), rooms.outcomes(repaired));
        assertEquals(List.of(id(original, 1) + " WAITLISTED"), freed());
        assertEquals(
                List.of("9007", "9002", "9001"),
                rooms.sql.queryForList(
                        "select cast(mod(d.nik, 10000) as varchar) from entry e"
                                + " join drop_row d on d.row_id = e.row_id where e.state = 'WAITLISTED'"
                                + " order by e.queue, e.row_id",
                        String.class));
    }

    @ParameterizedTest
    @EnumSource
    void rowsOfOneDropThatAreFreedTogetherAreDuplicates(Database database) {
        open(database, 100);
        LoggedDrop original = drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")), row(man(1, "UDIN")));

        drop(FARMERS, repairing(original, 2, row(stranger(2, "SITI WOY"))));

        assertEquals(List.of(id(original, 1) + " ACCEPTED", id(original, 3) + " DUPLICATE 2"), freed());
    }

    @ParameterizedTest
    @EnumSource
    void aReviewEndsWithTheLastProgrammeInWhichOneOfItsRowsStands(Database database) {
        open(database, 100);
        drop(FARMERS, row(man(1, "UDIN")), row(stranger(1, "SITI WOY")));

        rooms.enrol(FARMERS, RegisterRooms.DAY.plusYears(5));

        assertEquals(List.of(), openReviews());
    }

    private LoggedDrop drop(String programme, JudgedRow... rows) {
        List<JudgedRow> placed = new ArrayList<>();
        for (JudgedRow row : rows) {
            int position = placed.size() + 1;
            placed.add(new JudgedRow(
                    position, row.sheet(), position + 1, row.codes(), row.worker(), row.base(), row.repairs()));
        }
        return rooms.dropRows(programme, RegisterRooms.DAY, placed);
    }

    private static JudgedRow row(Worker worker) {
        return RegisterRooms.row(1, 0, worker, RoundRates.LOWEST_BASE);
    }

    private static JudgedRow wrong() {
        return RegisterRooms.rejected(1, 0);
    }

    private static JudgedRow repairing(LoggedDrop drop, int position, JudgedRow row) {
        return new JudgedRow(
                row.position(),
                row.sheet(),
                row.row(),
                row.codes(),
                row.worker(),
                row.base(),
                OptionalLong.of(id(drop, position)));
    }

    private static Worker man(int serial, String name) {
        return RegisterRooms.person(serial, name, BORN);
    }

    private static Worker stranger(int serial, String name) {
        return RegisterRooms.person(serial, name, OTHER_DAY);
    }

    private static long id(LoggedDrop drop, int position) {
        return RowId.of(drop.receipt().number(), position);
    }

    private List<String> openReviews() {
        return rooms.sql.queryForList(
                "select regency || ' ' || cast(mod(nik, 10000) as varchar) from review where closed = false"
                        + " order by review_no",
                String.class);
    }

    private List<String> entries() {
        return rooms.sql.queryForList(
                "select cast(row_id as varchar) || ' ' || state from entry order by row_id", String.class);
    }

    private List<String> freed() {
        return rooms.sql.queryForList(
                "select trim(cast(row_id as varchar) || ' ' || outcome || ' ' || coalesce(ref, '')) from review_row"
                        + " where state = 'FREED' order by row_id",
                String.class);
    }
}
