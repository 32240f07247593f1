package id.jembatan.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Field;
import id.jembatan.domain.RegencyCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MixedRowsTest {

    private static final InventedPeople PEOPLE = InventedPeople.of(new RegencyCode("7407"), 5);

    @ParameterizedTest
    @EnumSource(OfficeStyle.class)
    void everyGoodPersonStandsInTheListWithANikThatCanBeCleaned(OfficeStyle office) {
        ListStyle style = office.styleFor(Calling.VULNERABLE, "Kecamatan Tomia", Set.of());

        Map<String, Long> niks = rows(style, 2_000, Faults.usual()).stream()
                .collect(Collectors.groupingBy(row -> cleanNik(style, row), HashMap::new, Collectors.counting()));

        PEOPLE.stream(0, 2_000)
                .forEach(person -> assertTrue(niks.containsKey(person.nik().digits())));
    }

    @ParameterizedTest
    @EnumSource(OfficeStyle.class)
    void hasExactlyTheRowsThatWereAskedFor(OfficeStyle office) {
        ListStyle style = office.styleFor(Calling.VULNERABLE, "Kecamatan Tomia", Set.of());
        long faulty = Faults.usual().casesFor(Calling.VULNERABLE, 2_000).entrySet().stream()
                .mapToLong(cases -> cases.getKey().rows() * cases.getValue())
                .sum();

        assertEquals(2_000 + faulty, rows(style, 2_000, Faults.usual()).size());
        assertEquals(2_000, rows(style, 2_000, Faults.none()).size());
    }

    @Test
    void mostRowsOfANumericColumnKeepTheirLastDigit() {
        ListStyle style = OfficeStyle.NUMBER_WORKBOOK.styleFor(Calling.VULNERABLE, "Tomia", Set.of());
        List<Long> numbers = rows(style, 2_000, Faults.usual()).stream()
                .map(row -> nik(style, row))
                .flatMap(cell -> cell.<Stream<Long>>fold(text -> Stream.empty(), Stream::of, day -> Stream.empty()))
                .toList();

        long rounded = numbers.stream().filter(number -> number % 10 == 0).count();
        assertEquals(12, rounded);
        assertTrue(numbers.size() > 1_500, numbers.size() + " numeric cells");
    }

    @Test
    void aShiftedRowHasACellBeyondTheLastHeader() {
        ListStyle style = OfficeStyle.TIDY_WORKBOOK.styleFor(Calling.VULNERABLE, "Tomia", Set.of());

        long shifted = rows(style, 2_000, Faults.usual()).stream()
                .filter(row -> row.cells().size() == style.columns().size() + 1)
                .filter(row -> !row.cells().get(style.columns().size()).isEmpty())
                .count();

        assertEquals(4, shifted);
    }

    @Test
    void onlyListsOfWageEarnersLackAWage() {
        assertTrue(Faults.usual().casesFor(Calling.NON_ASN, 1_000).containsKey(Fault.WAGE_EMPTY));
        assertEquals(0, Faults.usual().casesFor(Calling.NON_ASN, 1_000).getOrDefault(Fault.OVER_65, 0L));
        assertEquals(0, Faults.usual().casesFor(Calling.FARMER, 1_000).getOrDefault(Fault.WAGE_EMPTY, 0L));
    }

    private static List<ListRow> rows(ListStyle style, long people, Faults faults) {
        List<ListRow> rows = new ArrayList<>();
        new MixedRows(style, List.of(Cohort.of(PEOPLE, 0, people)), faults, PEOPLE, 5_000_000, Dice.of(1))
                .forEachRemaining(rows::add);
        return rows;
    }

    private static ListCell nik(ListStyle style, ListRow row) {
        for (int i = 0; i < style.columns().size(); i++) {
            if (style.columns().get(i).holds(Field.NIK)) {
                return row.cells().get(i);
            }
        }
        throw new IllegalStateException("a list without NIK");
    }

    private static String cleanNik(ListStyle style, ListRow row) {
        return nik(style, row)
                .<String>fold(text -> text, Long::toString, day -> "")
                .replaceAll("[ '.=\"]", "");
    }
}
