package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Decided;
import id.jembatan.domain.Dispute;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.RoomAllAlong;
import id.jembatan.domain.Ruling.Choice;
import id.jembatan.domain.Worker;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person's decision does to rows, entries and later lists (SPEC section 6). */
class DecisionsTest {

    private static final RoomAllAlong NO_ROOM = (programme, since, everybody) -> false;

    private static final LocalDate BORN = LocalDate.of(1980, 5, 12);
    private static final LocalDate OTHER_DAY = LocalDate.of(1971, 1, 1);
    private static final String FARMERS = "9203/tani";
    private static final String FISHERS = "9203/nelayan";
    private static final String ELSEWHERE = "7111/tani";

    private RegisterRooms rooms;

    private void open(Database database, int quota) {
        rooms = new RegisterRooms(
                database.open(),
                List.of(
                        Programmes.of(FARMERS).quota(quota).build(),
                        Programmes.of(FISHERS).build(),
                        Programmes.of(ELSEWHERE).build()));
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @EnumSource
    void theOwnersRowsComeInAndTheOthersStayOut(Database database) {
        open(database, 100);
        LoggedDrop drop = rooms.drop(FARMERS, udin(1), maria(1), udin(1));

        Decided decided = rooms.decide(1, Choice.PERSON, 2);

        assertEquals(Decided.Result.DONE, decided.result());
        assertEquals(List.of("REVIEW", "REVIEW", "REVIEW"), rooms.outcomes(drop));
        assertEquals(List.of("1 DENIED", "2 FREED ACCEPTED", "3 DENIED"), rows());
        assertEquals(List.of("2 STAGED"), entries());
        assertEquals(List.of(), rooms.disputes.listReviews());
        assertEquals(List.of("1 1 DENIED", "1 2 ACCEPTED", "1 3 DENIED"), told());
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsInWithAnothersNikIsEnded(Database database) {
        open(database, 1);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(FARMERS, maria(1));

        rooms.decide(1, Choice.PERSON, 1);

        assertEquals(List.of("1 ENDED", "1 STAGED"), entries());
        assertEquals(List.of("1 1 ENDED", "2 1 ACCEPTED"), told());
    }

    @ParameterizedTest
    @EnumSource
    void ofOnePersonTheFirstRowCountsAndTheOthersMeetIt(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.drop(FARMERS, maria(1));

        rooms.decide(1, Choice.SAME, 0);

        assertEquals(List.of("1 FREED ACCEPTED", "2 FREED DUPLICATE 2", "1 FREED UPDATED"), rows());
        assertEquals(List.of("1 STAGED"), entries());
    }

    @ParameterizedTest
    @EnumSource
    void aRowLikeOneThatWasDecidedIsNotAskedAgain(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.decide(1, Choice.PERSON, 1);

        LoggedDrop later = rooms.drop(FARMERS, maria(1), udin(1), udin(2));

        assertEquals(List.of("REVIEW", "UNCHANGED", "ACCEPTED"), rooms.outcomes(later));
        assertEquals(List.of(), rooms.disputes.listReviews());
    }

    @ParameterizedTest
    @EnumSource
    void whoWasDecidedToBeOnePersonIsOneInLaterLists(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.decide(1, Choice.SAME, 0);

        LoggedDrop later = rooms.drop(FARMERS, maria(1), udin(1));

        assertEquals(List.of("UPDATED", "DUPLICATE 2"), rooms.outcomes(later));
    }

    @ParameterizedTest
    @EnumSource
    void aBirthDateThatARowLeavesEmptyMakesNobodyElseOfIt(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), undated("MARIA"));
        rooms.decide(1, Choice.SAME, 0);
        rooms.drop(FARMERS, undated("MARIA"));

        LoggedDrop later = rooms.drop(FARMERS, udin(1), undated("MARIA"));

        assertEquals(List.of("UPDATED", "DUPLICATE 2"), rooms.outcomes(later));
    }

    @ParameterizedTest
    @EnumSource
    void otherDataAreAskedAgain(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.decide(1, Choice.PERSON, 1);

        LoggedDrop later = rooms.drop(FARMERS, RegisterRooms.person(1, "YOHANA", OTHER_DAY));

        assertEquals(List.of("REVIEW"), rooms.outcomes(later));
        assertEquals(List.of(2L), rooms.disputes.listReviews());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyOfThemMeansNobody(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(FISHERS, maria(1));

        rooms.decide(1, Choice.NEITHER, 0);

        assertEquals(List.of("1 ENDED"), entries());
        assertEquals(List.of("1 DENIED"), rows());
        assertEquals(List.of("REVIEW"), rooms.outcomes(rooms.drop(FARMERS, udin(1))));
    }

    @ParameterizedTest
    @EnumSource
    void whatHasMovedSinceItWasLookedAtIsAskedAgain(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        Dispute seen = rooms.disputes.findReview(1).orElseThrow();
        rooms.drop(FARMERS, maria(1));

        Decided decided = rooms.decide(seen, Choice.PERSON, 1);

        assertEquals(Decided.Result.MOVED, decided.result());
        assertEquals(List.of(1L), rooms.disputes.listReviews());
        assertEquals(Decided.Result.DONE, rooms.decide(1, Choice.PERSON, 1).result());
        assertEquals(Decided.Result.NOT_OPEN, rooms.decide(1, Choice.PERSON, 1).result());
    }

    @ParameterizedTest
    @EnumSource
    void freedRowsComeBehindAllWhoCameBefore(Database database) {
        open(database, 1);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.drop(FARMERS, udin(5), udin(6));

        rooms.decide(1, Choice.PERSON, 1);

        assertEquals(List.of("1 FREED WAITLISTED", "2 DENIED"), rows());
        assertEquals(
                List.of("9006", "9001"),
                rooms.sql.queryForList(
                        "select cast(mod(d.nik, 10000) as varchar) from entry e join drop_row d on d.row_id = e.row_id"
                                + " where e.state = 'WAITLISTED' order by e.queue, e.row_id",
                        String.class));
    }

    @ParameterizedTest
    @EnumSource
    void aDecisionIsTakenBackAsIfItHadNotBeen(Database database) {
        open(database, 1);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(FARMERS, maria(1));
        Dispute before = rooms.disputes.findReview(1).orElseThrow();
        rooms.decide(1, Choice.PERSON, 1);

        Decided undone = rooms.decisions.undo(Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY, NO_ROOM);

        assertEquals(Decided.Result.DONE, undone.result());
        assertEquals(before, rooms.disputes.findReview(1).orElseThrow());
        assertEquals(List.of("1 STAGED"), entries());
        assertEquals(0, rooms.sql.queryForObject("select count(*) from nik_verdict", Long.class));
    }

    /** Whom the decision ended had a place, and somebody came in since: perhaps into that place. */
    @ParameterizedTest
    @EnumSource
    void aPlaceThatWasFreedStandsInTheWayOnlyWherePlacesWereShort(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(FARMERS, maria(1));
        rooms.decide(1, Choice.NEITHER, 0);
        rooms.drop(FARMERS, udin(2));

        Decided refused = rooms.decisions.undo(Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY, NO_ROOM);
        Decided undone = rooms.decisions.undo(
                Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY, (programme, since, everybody) -> true);

        assertEquals(List.of(new Decided.Blocker("place", "tani")), refused.blockers());
        assertEquals(Decided.Result.DONE, undone.result());
        assertEquals(List.of("1 STAGED", "1 STAGED"), entries());
    }

    @ParameterizedTest
    @EnumSource
    void whatOthersStandOnIsNotTakenBack(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1), maria(1));
        rooms.decide(1, Choice.PERSON, 1);

        assertEquals(
                Decided.Result.TOO_LATE,
                rooms.decisions
                        .undo(Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY.plusDays(1), NO_ROOM)
                        .result());
        LoggedDrop later = rooms.drop(FARMERS, udin(1));
        rooms.enrol(FARMERS, RegisterRooms.DAY);
        Decided undone = rooms.decisions.undo(Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY, NO_ROOM);

        assertEquals(Decided.Result.BLOCKED, undone.result());
        assertEquals(
                List.of(
                        new Decided.Blocker("drop", later.receipt().id().value()),
                        new Decided.Blocker("batch", "9203-tani-20250305-01")),
                undone.blockers());
    }

    @ParameterizedTest
    @EnumSource
    void theFirstClaimWinsUntilACaseIsDecided(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        LoggedDrop covered = rooms.drop(ELSEWHERE, udin(1));

        rooms.decide(Dispute.Kind.CASE, 1, Choice.OURS, 0);

        assertEquals(List.of("COVERED case:1"), rooms.outcomes(covered));
        assertEquals(List.of("1 ENDED", "1 STAGED"), entries());
        assertEquals(List.of("1 1 MOVED", "2 1 ACCEPTED"), told());
        assertEquals(List.of("COVERED case:2"), rooms.outcomes(rooms.drop(FARMERS, udin(1))));
    }

    @ParameterizedTest
    @EnumSource
    void theDecisionOfACaseIsTakenBackAsIfItHadNotBeen(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(ELSEWHERE, udin(1));
        for (Choice choice : List.of(Choice.OURS, Choice.NEITHER, Choice.THEIRS)) {
            Dispute before = rooms.disputes.findCase(1).orElseThrow();
            rooms.decide(Dispute.Kind.CASE, 1, choice, 0);

            Decided undone = rooms.decisions.undo(Dispute.Kind.CASE, 1, "budi", RegisterRooms.DAY, NO_ROOM);

            assertEquals(Decided.Result.DONE, undone.result());
            assertEquals(before, rooms.disputes.findCase(1).orElseThrow());
            assertEquals(List.of("1 STAGED"), entries());
            assertEquals(List.of(), rows());
            assertEquals(List.of(1L), rooms.disputes.listCases());
            assertEquals(0, rooms.sql.queryForObject("select count(*) from nik_verdict", Long.class));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatAReviewHadFreedIsCoveredAgain(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(ELSEWHERE, udin(1), maria(1));
        rooms.decide(1, Choice.PERSON, 1);
        List<String> before = rows();
        rooms.decide(Dispute.Kind.CASE, 1, Choice.OURS, 0);

        rooms.decisions.undo(Dispute.Kind.CASE, 1, "budi", RegisterRooms.DAY, NO_ROOM);

        assertEquals(List.of("1 FREED COVERED case:1", "2 DENIED"), before);
        assertEquals(before, rows());
        assertEquals(
                Decided.Result.DONE,
                rooms.decisions
                        .undo(Dispute.Kind.REVIEW, 1, "budi", RegisterRooms.DAY, NO_ROOM)
                        .result());
        assertEquals(List.of("1 STANDS", "2 STANDS"), rows());
        assertEquals(List.of(), rooms.disputes.listCases());
    }

    @ParameterizedTest
    @EnumSource
    void aCaseWhoseEndTheBranchKnowsIsNotTakenBack(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.enrol(FARMERS, RegisterRooms.DAY);
        rooms.sql.update("update entry set state = 'SENT'");
        rooms.sql.update("update batch set state = 'SENT'");
        rooms.drop(ELSEWHERE, udin(1));
        rooms.decide(Dispute.Kind.CASE, 1, Choice.OURS, 0);
        rooms.enrol(FARMERS, RegisterRooms.DAY);
        rooms.enrol(ELSEWHERE, RegisterRooms.DAY);

        Decided undone = rooms.decisions.undo(Dispute.Kind.CASE, 1, "budi", RegisterRooms.DAY, NO_ROOM);

        assertEquals(
                List.of(
                        new Decided.Blocker("batch", "7111-tani-20250305-01"),
                        new Decided.Blocker("batch", "9203-tani-20250305-e01")),
                undone.blockers());
        assertEquals(
                Decided.Result.TOO_LATE,
                rooms.decisions
                        .undo(Dispute.Kind.CASE, 1, "budi", RegisterRooms.DAY.plusDays(1), NO_ROOM)
                        .result());
    }

    @ParameterizedTest
    @EnumSource
    void aCaseThatStaysThereIsNotAskedAgain(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(ELSEWHERE, udin(1));

        rooms.decide(Dispute.Kind.CASE, 1, Choice.THEIRS, 0);

        assertEquals(List.of("1 STAGED"), entries());
        assertEquals(List.of("COVERED case:1"), rooms.outcomes(rooms.drop(ELSEWHERE, udin(1))));
        assertEquals(List.of(), rooms.disputes.listCases());
    }

    @ParameterizedTest
    @EnumSource
    void aCaseIsOverWhenTheOtherEntryEnds(Database database) {
        open(database, 100);
        rooms.drop(FARMERS, udin(1));
        rooms.drop(ELSEWHERE, udin(1));
        rooms.sql.update("update entry set state = 'ENDED'");

        rooms.decisions.closeCasesThatAreOver(RegisterRooms.DAY);
        rooms.decisions.closeCasesThatAreOver(RegisterRooms.DAY);

        assertEquals(List.of("2 1 UNCOVERED"), told());
        assertEquals(List.of(), rooms.disputes.listCases());
    }

    private static Worker udin(int serial) {
        return RegisterRooms.person(serial, "UDIN", BORN);
    }

    private static Worker maria(int serial) {
        return RegisterRooms.person(serial, "MARIA", OTHER_DAY);
    }

    private static Worker undated(String name) {
        Worker dated = RegisterRooms.person(1, name, BORN);
        return new Worker(
                dated.nik(), name, dated.matchKey(), Optional.empty(), dated.sex(), dated.wage(), dated.texts());
    }

    /** By receipt: position and state of every row that ever stood under a review. */
    private List<String> rows() {
        return rooms.sql.queryForList(
                "select trim(cast(mod(row_id, 100000000) as varchar) || ' ' || state || ' ' || coalesce(outcome, '')"
                        + " || ' ' || coalesce(ref, '')) from review_row order by row_id",
                String.class);
    }

    private List<String> entries() {
        return rooms.sql.queryForList(
                "select cast(mod(row_id, 100000000) as varchar) || ' ' || state from entry order by row_id",
                String.class);
    }

    /** Receipt, position, and what it became. */
    private List<String> told() {
        return rooms.sql.queryForList(
                "select cast(row_id / 100000000 as varchar) || ' ' || cast(mod(row_id, 100000000) as varchar) || ' '"
                        + " || became from notice_row order by notice_no, row_id",
                String.class);
    }
}
