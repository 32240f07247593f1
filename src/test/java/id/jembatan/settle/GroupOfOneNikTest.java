package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.EntryState;
import id.jembatan.domain.GroupDecision;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RegencyCode;
import id.jembatan.domain.Standing;
import id.jembatan.domain.Worker;
import id.jembatan.register.Programmes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupOfOneNikTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 5);
    private static final Worker UDIN = People.named("UDIN RUMAGIA", "1980-05-12");
    private static final Worker MARIA = People.named("MARIA", "1971-01-01");

    private static final Programme HERE = Programmes.of("9203/tani").build();
    private static final Programme NEIGHBOUR = Programmes.of("9203/nelayan").build();
    private static final Programme LATER =
            Programmes.of("9203/tani-2026").start("2026-01").build();
    private static final Programme LENIENT =
            Programmes.of("9203/mandiri").overlapAllowed().build();
    private static final Programme ABROAD = Programmes.of("7111/tani").build();

    private static final Map<ProgrammeKey, Programme> KNOWN = Stream.of(HERE, NEIGHBOUR, LATER, LENIENT, ABROAD)
            .collect(Collectors.toMap(Programme::key, Function.identity()));

    @Test
    void aPersonWhomNobodyKnowsIsNew() {
        assertEquals(GroupDecision.NEW, decide(List.of(), UDIN));
    }

    @Test
    void twoPeopleUnderOneNikAreForAPersonToDecide() {
        assertEquals(GroupDecision.REVIEW, decide(List.of(), UDIN, UDIN, MARIA));
    }

    @Test
    void rowsAreComparedWithTheFirstOnly() {
        Worker long1 = People.named("UDIN RUMAGIA PATTY", "");
        Worker short1 = People.named("RUMAGIA", "");
        Worker short2 = People.named("PATTY", "");

        assertEquals(GroupDecision.NEW, decide(List.of(), long1, short1, short2));
        assertEquals(GroupDecision.REVIEW, decide(List.of(), short1, long1, short2));
    }

    @Test
    void anOpenReviewDrawsEveryFurtherRowIn() {
        GroupOfOneNik judge = judge(HERE);
        judge.begin(People.NIK, List.of(standing(1, HERE, EntryState.STAGED, UDIN)), true, Set.of());
        judge.row(UDIN);

        assertEquals(GroupDecision.REVIEW, judge.end());
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryState.class,
            names = {"STAGED", "WAITLISTED", "SENT", "ACTIVE"})
    void anybodyLiveHereIsKnown(EntryState state) {
        assertEquals(
                new GroupDecision(GroupDecision.Kind.UNCHANGED, 7, ""),
                decide(List.of(standing(7, HERE, state, UDIN)), UDIN));
    }

    @Test
    void whatIsNewUpdatesTheEntry() {
        Worker moved =
                People.person(Map.of("name", "UDIN RUMAGIA", "birthDate", "1980-05-12", "address", "Jl. Merdeka 1"));

        assertEquals(
                new GroupDecision(GroupDecision.Kind.UPDATED, 7, ""),
                decide(List.of(standing(7, HERE, EntryState.SENT, UDIN)), moved, UDIN));
    }

    @Test
    void somebodyElseWhoLivesInThisProgrammeIsForAPersonToDecide() {
        assertEquals(GroupDecision.REVIEW, decide(List.of(standing(7, HERE, EntryState.WAITLISTED, MARIA)), UDIN));
    }

    @Test
    void somebodyElseInAnotherProgrammeOfTheRegencyIsForAPersonToDecide() {
        assertEquals(GroupDecision.REVIEW, decide(List.of(standing(7, NEIGHBOUR, EntryState.WAITLISTED, MARIA)), UDIN));
    }

    @Test
    void overlapAllowedLiftsCoveredButNoReview() {
        assertEquals(GroupDecision.REVIEW, decide(List.of(standing(7, LENIENT, EntryState.SENT, MARIA)), UDIN));
        assertEquals(GroupDecision.NEW, decide(List.of(standing(7, LENIENT, EntryState.SENT, UDIN)), UDIN));
    }

    @Test
    void aProgrammeThatAllowsOverlapTakesWhoIsHeldElsewhere() {
        GroupOfOneNik judge = judge(LENIENT);
        judge.begin(People.NIK, List.of(standing(7, HERE, EntryState.SENT, UDIN)), false, Set.of());
        judge.row(UDIN);

        assertEquals(GroupDecision.NEW, judge.end());
    }

    @Test
    void aProgrammeInOtherMonthsConcernsNobody() {
        assertEquals(GroupDecision.NEW, decide(List.of(standing(7, LATER, EntryState.SENT, MARIA)), UDIN));
    }

    @Test
    void whoWaitsElsewhereIsNotCovered() {
        assertEquals(GroupDecision.NEW, decide(List.of(standing(7, NEIGHBOUR, EntryState.WAITLISTED, UDIN)), UDIN));
    }

    @Test
    void whoHasAPlaceElsewhereIsCoveredByTheEarliest() {
        assertEquals(
                GroupDecision.covered("9203/nelayan"),
                decide(
                        List.of(
                                standing(5, LATER, EntryState.SENT, UDIN),
                                standing(7, NEIGHBOUR, EntryState.STAGED, UDIN)),
                        UDIN));
    }

    @Test
    void theOwnRegencyComesBeforeAnEarlierStranger() {
        assertEquals(
                GroupDecision.covered("9203/nelayan"),
                decide(
                        List.of(
                                standing(5, ABROAD, EntryState.SENT, UDIN),
                                standing(7, NEIGHBOUR, EntryState.STAGED, UDIN)),
                        UDIN));
    }

    @Test
    void anotherRegencyIsOnlyACaseWhoeverThePersonIsThere() {
        assertEquals(
                GroupDecision.covered("case:5"), decide(List.of(standing(5, ABROAD, EntryState.SENT, MARIA)), UDIN));
    }

    @Test
    void aProgrammeThatIsNoLongerPromisedConcernsNobody() {
        Standing gone = new Standing(5, new ProgrammeKey(new RegencyCode("9203"), "lama"), EntryState.SENT, MARIA);

        assertEquals(GroupDecision.NEW, decide(List.of(gone), UDIN));
    }

    @Test
    void aGroupLeavesNothingBehindForTheNext() {
        GroupOfOneNik judge = judge(HERE);
        judge.begin(People.NIK, List.of(standing(7, HERE, EntryState.SENT, MARIA)), true, Set.of());
        judge.row(UDIN);
        judge.row(MARIA);
        judge.end();

        judge.begin(People.NIK, List.of(), false, Set.of());
        judge.row(UDIN);

        assertEquals(GroupDecision.NEW, judge.end());
    }

    private static GroupDecision decide(List<Standing> standings, Worker... rows) {
        GroupOfOneNik judge = judge(HERE);
        judge.begin(People.NIK, standings, false, Set.of());
        for (Worker row : rows) {
            judge.row(row);
        }
        return judge.end();
    }

    private static GroupOfOneNik judge(Programme programme) {
        return new GroupOfOneNik(
                programme, DAY, key -> Optional.ofNullable(KNOWN.get(key)), (nik, entryRowId) -> entryRowId);
    }

    private static Standing standing(long rowId, Programme programme, EntryState state, Worker worker) {
        return new Standing(rowId, programme.key(), state, worker);
    }
}
