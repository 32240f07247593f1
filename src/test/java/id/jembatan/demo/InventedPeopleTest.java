package id.jembatan.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Field;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.RegencyCode;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InventedPeopleTest {

    private static final Set<Integer> DISTRICTS = Stream.of(
                    "6111", "6104", "6171", "6409", "6401", "6471", "7111", "7101", "7174", "7407", "7404", "7472",
                    "9203", "8101", "9202")
            .flatMap(code -> Places.districtCodesOf(new RegencyCode(code)).stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> FIVE = List.of("6111", "6409", "7111", "7407", "9203");

    @Test
    void noTwoPeopleOfAnyRegencyShareANik() {
        long[] niks = FIVE.stream()
                .map(InventedPeopleTest::people)
                .flatMapToLong(people -> LongStream.concat(
                                LongStream.range(0, 60_000),
                                LongStream.range(InventedPeople.MOST - 30_000, InventedPeople.MOST))
                        .map(ordinal -> people.get(ordinal).nik().value()))
                .toArray();

        Arrays.sort(niks);

        assertEquals(5 * 90_000, LongStream.of(niks).distinct().count());
    }

    @Test
    void noTwoOrdinalsShareBirthDateAndSerialHoweverFarApart() {
        InventedPeople people = people("7111");
        Set<List<Object>> seen = new HashSet<>();

        for (long ordinal = 0; ordinal < InventedPeople.MOST; ordinal += 97) {
            InventedPerson person = people.get(ordinal);
            assertTrue(seen.add(List.of(person.birthDate(), person.nik().serial())), "ordinal " + ordinal);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6111", "6409", "7111", "7407", "9203"})
    void everyNikHasTheFormOfTheInventedAndAgreesWithItsPerson(String code) {
        people(code).stream(0, 20_000).forEach(person -> {
            NationalId nik = person.nik();
            int century = person.birthDate().getYear() / 100 * 100;
            assertTrue(nik.serial() >= 9000, "serial " + nik.serial());
            assertEquals(person.birthDate(), nik.birthDate(century).orElseThrow());
            assertEquals(person.sex(), nik.sex());
            assertTrue(DISTRICTS.contains(nik.district()), "district " + nik.district());
        });
    }

    @Test
    void aFewWereFirstRegisteredElsewhere() {
        long movers = people("9203").stream(0, 10_000)
                .filter(person -> person.nik().regency() != 9203)
                .count();

        assertTrue(movers > 500 && movers < 2_500, movers + " of 10,000");
    }

    @Test
    void everybodyIsFrom18To65OnEveryDayOfTheDemo() {
        people("6409").stream(0, 50_000).forEach(person -> {
            assertTrue(
                    Period.between(person.birthDate(), LocalDate.of(2022, 3, 1)).getYears() >= 18);
            assertTrue(Period.between(person.birthDate(), LocalDate.of(2026, 3, 31))
                            .getYears()
                    <= 65);
        });
    }

    @Test
    void whoIsPinnedToADistrictLivesInOneOfItsVillages() {
        List<String> villages = Places.districtsOf(new RegencyCode("7407")).stream()
                .filter(district -> district.name().equals("Binongko"))
                .findFirst()
                .orElseThrow()
                .villages();

        people("7407").livingIn("Binongko").stream(0, 500).forEach(person -> {
            assertEquals("Binongko", person.text(Field.DISTRICT));
            assertTrue(villages.contains(person.text(Field.VILLAGE)));
        });
    }

    @Test
    void theSameSeedGivesTheSamePeopleAndAnotherSeedOthers() {
        List<InventedPerson> first = people("7407").stream(0, 100).toList();

        assertEquals(first, people("7407").stream(0, 100).toList());
        assertNotEquals(
                first,
                InventedPeople.of(new RegencyCode("7407"), 2).stream(0, 100).toList());
    }

    @Test
    void aTelephoneNumberAndAFamilyCardAreOfTheRightForm() {
        people("7111").stream(0, 1_000).forEach(person -> {
            assertTrue(person.text(Field.PHONE).matches("0812000[0-9]{5}"));
            assertTrue(person.text(Field.FAMILY_CARD).matches("[0-9]{12}9[0-9]{3}"));
        });
    }

    @Test
    void saysNothingOfAPersonButTheOrdinal() {
        InventedPerson person = people("9203").get(17);

        assertEquals("invented person 17", person.toString());
        assertFalse(new ListRow(List.of(new ListCell.Text(person.name())))
                .toString()
                .contains(person.name()));
    }

    @Test
    void knowsOnlyTheRegenciesWhoseVillagesItHas() {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> people("3174"));

        assertEquals("the villages of 3174 are not known", refused.getMessage());
    }

    private static InventedPeople people(String code) {
        return InventedPeople.of(new RegencyCode(code), 1);
    }
}
