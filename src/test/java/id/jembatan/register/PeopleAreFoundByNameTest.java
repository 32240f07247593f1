package id.jembatan.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.FoundPerson;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Worker;
import id.jembatan.stage.NameIndex;
import id.jembatan.stage.NameShelf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is sought by the beginnings of words of a name is found before and after the words are in the index. */
class PeopleAreFoundByNameTest {

    private static final LocalDate BORN = LocalDate.of(1980, 5, 12);
    private static final String FARMERS = "9203/tani";
    private static final String FISHERS = "9203/nelayan";
    private static final List<ProgrammeKey> ALL = List.of(Programmes.key(FARMERS), Programmes.key(FISHERS));

    private RegisterRooms rooms;
    private NameIndex index;

    private void open(Database database) {
        rooms = new RegisterRooms(
                database.open(),
                List.of(Programmes.of(FARMERS).build(), Programmes.of(FISHERS).build()));
        index = new NameIndex(rooms.register);
    }

    @AfterEach
    void close() {
        rooms.close();
    }

    @ParameterizedTest
    @EnumSource
    void theSameAreFoundWithTheIndexAsWithoutIt(Database database) {
        open(database);
        rooms.drop(
                FARMERS,
                person(1, "UDIN WAGABI"),
                person(2, "WAGABI TUASIKAL MUH. UDIN"),
                person(3, "SITI UDIN"),
                person(4, "PANJANGSEKALINAMANYA SATU"),
                person(5, "PANJANGSEKALINYA DUA"),
                person(6, "BUDI 2 WAGE"),
                person(7, "ÐURO WAGAB"));
        rooms.drop(FISHERS, person(11, "UDIN WAGAI"), person(12, "UDINA SAWAGA"));
        for (boolean indexed : List.of(false, true)) {
            assertEquals(List.of("UDIN WAGABI", "UDIN WAGAI", "WAGABI TUASIKAL MUH. UDIN"), find("UDIN", "WAGA"));
            assertEquals(List.of("UDIN WAGABI", "WAGABI TUASIKAL MUH. UDIN"), find("UDIN", "WAGAB"));
            assertEquals(List.of("WAGABI TUASIKAL MUH. UDIN"), find("MUHAMMAD"));
            assertEquals(List.of("PANJANGSEKALINAMANYA SATU"), find("PANJANGSEKALINAM"));
            assertEquals(List.of("PANJANGSEKALINAMANYA SATU", "PANJANGSEKALINYA DUA"), find("PANJANGSEKAL"));
            assertEquals(List.of("BUDI 2 WAGE"), find("2", "WAGE"));
            assertEquals(List.of("ÐURO WAGAB"), find("ÐUR"));
            assertEquals(List.of(), find("WAGABX"));
            assertEquals(List.of("UDIN WAGAI"), findOf(FISHERS, "UDIN", "WAG"));
            assertEquals(indexed ? 21 : 0, count());
            takeAll();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aListThatCameLaterIsFoundBesideThoseOfTheIndex(Database database) {
        open(database);
        rooms.drop(FARMERS, person(1, "UDIN WAGABI"));
        takeAll();
        rooms.drop(FISHERS, person(2, "UDIN TUASIKAL"));

        assertEquals(List.of("UDIN TUASIKAL", "UDIN WAGABI"), find("UDI"));
    }

    @ParameterizedTest
    @EnumSource
    void manyRowsAreTakenInPartByPart(Database database) {
        open(database);
        List<Worker> people = new ArrayList<>();
        for (int i = 0; i < 4_500; i++) {
            people.add(RegisterRooms.person(i, i == 4_300 ? "SITI TERAKHIR" : "UDIN KE " + i, BORN));
        }
        rooms.drop(FARMERS, RegisterRooms.DAY, people);

        assertTrue(index.takeSome());
        assertEquals(List.of("SITI TERAKHIR"), find("TERAK"), "of the rows that are still to be taken in");
        assertTrue(index.takeSome());
        assertFalse(index.takeSome());
        assertEquals(List.of("SITI TERAKHIR"), find("TERAK"));
        assertEquals(List.of("UDIN KE 4444"), find("KE", "4444"));
    }

    @ParameterizedTest
    @EnumSource
    void whoOnlyRepeatsIsTakenInOnce(Database database) {
        open(database);
        rooms.drop(FARMERS, person(1, "UDIN WAGABI"));
        rooms.drop(FARMERS, person(1, "UDIN WAGABI"));
        takeAll();

        assertEquals(2, count());
    }

    @ParameterizedTest
    @EnumSource
    void aListThatIsTakenBackLeavesNoWord(Database database) {
        open(database);
        rooms.drop(FARMERS, person(1, "UDIN WAGABI"));
        LoggedDrop second = rooms.drop(FISHERS, person(2, "SITI TUASIKAL"));
        rooms.log.markReplied(second.receipt().number());
        takeAll();

        assertEquals(List.of(), rooms.undo(second.receipt().number()));

        takeAll();
        assertEquals(2, count());
        assertEquals(List.of(), find("SITI"));
    }

    private static Worker person(int serial, String name) {
        return RegisterRooms.person(serial, name, BORN);
    }

    private void takeAll() {
        while (index.takeSome()) {
            assertTrue(count() > 0);
        }
    }

    private List<String> find(String... beginnings) {
        return names(new NameShelf(rooms.register).find(List.of(beginnings), ALL, 10));
    }

    private List<String> findOf(String programme, String... beginnings) {
        return names(new NameShelf(rooms.register).find(List.of(beginnings), List.of(Programmes.key(programme)), 10));
    }

    private static List<String> names(List<FoundPerson> found) {
        return found.stream().map(FoundPerson::name).collect(Collectors.toList());
    }

    private long count() {
        Long words = rooms.sql.queryForObject("select count(*) from name_word", Long.class);
        return words == null ? 0 : words;
    }
}
