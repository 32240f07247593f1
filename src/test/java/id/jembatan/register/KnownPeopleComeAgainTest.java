package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.jembatan.domain.Field;
import id.jembatan.domain.FieldTexts;
import id.jembatan.domain.JudgedRow;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Sex;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.domain.Worker;
import id.jembatan.normalise.MatchKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A list that comes again: who only repeats is settled at once, and as the comparison would have it (SPEC section 6). */
class KnownPeopleComeAgainTest {

    private static final LocalDate BORN = LocalDate.of(1980, 5, 12);
    private static final String FARMERS = "9203/tani";
    private static final String FISHERS = "9203/nelayan";

    /** Person number n is the one whose field n differs. */
    private static final List<Field> KEPT = PlannedDrop.KEPT;

    private RegisterRooms rooms;

    private void open(Database database) {
        rooms = new RegisterRooms(
                database.open(),
                List.of(Programmes.of(FARMERS).build(), Programmes.of(FISHERS).build()));
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoSaysTheSameIsUnchangedWithoutBeingCompared(Database database) {
        open(database);
        List<Worker> people = people((number, field) -> full(number));
        rooms.drop(FARMERS, RegisterRooms.DAY, people);
        long kept = count("likeness");

        LoggedDrop again = rooms.drop(FARMERS, RegisterRooms.DAY, people);

        assertEquals(all("UNCHANGED"), rooms.outcomes(again));
        assertEquals(kept, count("likeness"), "what a repeated row says is kept already");
        assertEquals(0, count("settling"), "nobody was compared");
    }

    @ParameterizedTest
    @EnumSource
    void eachFieldAloneIsNews(Database database) {
        open(database);
        rooms.drop(FARMERS, RegisterRooms.DAY, people((number, field) -> full(number)));

        LoggedDrop changed = rooms.drop(FARMERS, RegisterRooms.DAY, people(KnownPeopleComeAgainTest::changed));

        assertEquals(all("UPDATED"), rooms.outcomes(changed));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftEmptyIsNoNews(Database database) {
        open(database);
        rooms.drop(FARMERS, RegisterRooms.DAY, people((number, field) -> full(number)));

        LoggedDrop emptier = rooms.drop(FARMERS, RegisterRooms.DAY, people(KnownPeopleComeAgainTest::emptied));

        assertEquals(all("UNCHANGED"), rooms.outcomes(emptier));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasEmptyIsNews(Database database) {
        open(database);
        rooms.drop(FARMERS, RegisterRooms.DAY, people(KnownPeopleComeAgainTest::emptied));

        LoggedDrop fuller = rooms.drop(FARMERS, RegisterRooms.DAY, people((number, field) -> full(number)));

        List<String> expected = all("UPDATED");
        expected.set(KEPT.indexOf(Field.NAME), "UNCHANGED"); // nobody is without one
        expected.set(KEPT.indexOf(Field.SEX), "UNCHANGED"); // the NIK says as much
        assertEquals(expected, rooms.outcomes(fuller));
    }

    @ParameterizedTest
    @EnumSource
    void otherLettersAndBlanksAreNoNews(Database database) {
        open(database);
        rooms.drop(FARMERS, RegisterRooms.DAY, people((number, field) -> full(number)));

        LoggedDrop again = rooms.drop(FARMERS, RegisterRooms.DAY, people((number, field) -> {
            FieldTexts.Builder texts = texts();
            Story.MORE.forEach(one -> texts.put(one, "pasar" + (number % 2 == 0 ? " LAMA" : "lama")));
            return person(number, "H. UDIN RUMAGIA", Optional.of(BORN.plusDays(number)), texts);
        }));

        assertEquals(all("UNCHANGED"), rooms.outcomes(again));
    }

    @ParameterizedTest
    @EnumSource
    void whoStandsTwiceInTheListIsDuplicate(Database database) {
        open(database);
        rooms.drop(FARMERS, full(1), full(2));

        LoggedDrop again = rooms.drop(FARMERS, full(2), full(1), full(2));

        assertEquals(List.of("UNCHANGED", "UNCHANGED", "DUPLICATE 2"), rooms.outcomes(again));
    }

    @ParameterizedTest
    @EnumSource
    void whoseNikIsUnderReviewWaits(Database database) {
        open(database);
        rooms.drop(FARMERS, full(1), full(2));
        rooms.drop(FISHERS, RegisterRooms.person(1, "MARIA", LocalDate.of(1971, 1, 1)));

        LoggedDrop again = rooms.drop(FARMERS, full(1), full(2));

        assertEquals(List.of("REVIEW", "UNCHANGED"), rooms.outcomes(again));
    }

    @ParameterizedTest
    @EnumSource
    void whoHasEndedComesInAgain(Database database) {
        open(database);
        LoggedDrop first = rooms.drop(FARMERS, full(1), full(2));
        rooms.sql.update(
                "update entry set state = 'ENDED' where row_id = ?",
                first.receipt().number() * 100_000_000L + 1);

        LoggedDrop again = rooms.drop(FARMERS, full(1), full(2));

        assertEquals(List.of("ACCEPTED", "UNCHANGED"), rooms.outcomes(again));
    }

    @ParameterizedTest
    @EnumSource
    void looksLikeWhoeverHasComeMeanwhile(Database database) {
        open(database);
        LoggedDrop first = rooms.drop(FARMERS, person(1), person(2, "AMIR", Optional.of(BORN), texts()));
        LoggedDrop other = rooms.drop(FISHERS, person(3));

        LoggedDrop again = rooms.drop(FARMERS, person(1), person(2, "AMIR", Optional.of(BORN), texts()), person(4));

        assertEquals(List.of("UNCHANGED", "UNCHANGED", "ACCEPTED"), rooms.outcomes(again));
        assertEquals(List.of(true, false, true), rooms.lookAlikes(again));
        assertEquals(List.of(rowId(other, 1), rowId(first, 1)), others(again));
    }

    @ParameterizedTest
    @EnumSource
    void aDropOfKnownPeopleLooksLikeOthersToo(Database database) {
        open(database);
        rooms.drop(FARMERS, person(1));
        LoggedDrop other = rooms.drop(FISHERS, person(3));

        LoggedDrop again = rooms.drop(FARMERS, person(1));

        assertEquals(List.of(true), rooms.lookAlikes(again));
        assertEquals(List.of(rowId(other, 1)), others(again));
    }

    /** Whose name is taken over by an update would be alike again if the update were taken back. */
    @ParameterizedTest
    @EnumSource
    void aDropThatOnlyRepeatsHoldsUpTakingBackAnother(Database database) {
        open(database);
        drop(FARMERS, "a", person(1));
        LoggedDrop renamed = drop(FARMERS, "b", person(1, "UDIN RUMAGIA WAU", Optional.of(BORN), texts()));
        LoggedDrop first = drop(FISHERS, "c", person(3));
        LoggedDrop again = drop(FISHERS, "d", person(3));

        List<UndoHindrance> standing = rooms.undo(renamed.receipt().number());

        assertEquals(List.of("UNCHANGED"), rooms.outcomes(again));
        assertEquals(
                List.of(
                        new UndoHindrance(UndoHindrance.Kind.DROP, id(first)),
                        new UndoHindrance(UndoHindrance.Kind.DROP, id(again))),
                standing);
    }

    private static String id(LoggedDrop drop) {
        return drop.receipt().id().toString();
    }

    private LoggedDrop drop(String programme, String sha256, Worker person) {
        long receipt =
                rooms.receive(programme, RegisterRooms.DAY, sha256.repeat(64)).number();
        JudgedRow row = RegisterRooms.row(1, 0, person, RoundRates.LOWEST_BASE);
        rooms.rows.put(receipt, List.of(row));
        rooms.log.markRead(receipt, RegisterRooms.SHEETS, RegisterRooms.reading(1));
        return rooms.settle(receipt);
    }

    private static long rowId(LoggedDrop drop, int position) {
        return drop.receipt().number() * 100_000_000L + position;
    }

    /** Whom the drop's rows look like. */
    private List<Long> others(LoggedDrop drop) {
        return rooms.sql.queryForList(
                "select other_row_id from look_alike where row_id >= ? order by row_id", Long.class, rowId(drop, 0));
    }

    private long count(String table) {
        return rooms.sql.queryForObject("select count(*) from " + table, Long.class);
    }

    private static List<String> all(String outcome) {
        return new ArrayList<>(Collections.nCopies(KEPT.size(), outcome));
    }

    private static List<Worker> people(BiFunction<Integer, Field, Worker> each) {
        List<Worker> people = new ArrayList<>();
        for (Field field : KEPT) {
            people.add(each.apply(people.size() + 1, field));
        }
        return people;
    }

    private static FieldTexts.Builder texts() {
        FieldTexts.Builder texts = FieldTexts.builder();
        Story.MORE.forEach(field -> texts.put(field, "PASAR LAMA"));
        return texts.put(Field.SEX, Sex.MALE.letter())
                .put(Field.PHONE, "+6281100001111")
                .put(Field.WAGE, "2500000");
    }

    private static Worker full(int number) {
        return person(number, "UDIN RUMAGIA", Optional.of(BORN.plusDays(number)), texts());
    }

    private static Worker person(int number) {
        return person(number, "UDIN RUMAGIA", Optional.of(BORN), texts());
    }

    private static Worker changed(int number, Field field) {
        Optional<LocalDate> born = Optional.of(BORN.plusDays(number));
        return switch (field) {
            case NAME -> person(number, "UDIN RUMAGYA", born, texts());
            case BIRTH_DATE -> person(number, "UDIN RUMAGIA", born.map(day -> day.plusYears(1)), texts());
            case SEX -> person(number, "UDIN RUMAGIA", born, texts().put(field, Sex.FEMALE.letter()));
            case WAGE -> person(number, "UDIN RUMAGIA", born, texts().put(field, "2600000"));
            default -> person(number, "UDIN RUMAGIA", born, texts().put(field, "PASAR BARU"));
        };
    }

    private static Worker emptied(int number, Field field) {
        Optional<LocalDate> born = field == Field.BIRTH_DATE ? Optional.empty() : Optional.of(BORN.plusDays(number));
        return person(number, "UDIN RUMAGIA", born, texts().put(field, ""));
    }

    private static Worker person(int number, String name, Optional<LocalDate> born, FieldTexts.Builder texts) {
        Worker bare = RegisterRooms.person(number, name, BORN);
        FieldTexts built = texts.build();
        return new Worker(
                bare.nik(),
                name.toUpperCase(Locale.ROOT),
                MatchKey.of(name),
                born,
                built.has(Field.SEX)
                        ? Sex.ofLetter(built.get(Field.SEX))
                        : bare.nik().sex(),
                Optional.empty(),
                built);
    }
}
