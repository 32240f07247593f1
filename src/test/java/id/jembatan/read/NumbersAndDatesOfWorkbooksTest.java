package id.jembatan.read;

import id.jembatan.domain.Cell;
import id.jembatan.domain.DateSystem;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class NumbersAndDatesOfWorkbooksTest {

    @TestFactory
    Stream<DynamicTest> takesANumberAsItsShortestExactDecimal() throws IOException {
        return SpecTable.run("decimals.yaml", given -> List.of(shown(CellNumbers.number(given.asText()))));
    }

    @TestFactory
    Stream<DynamicTest> takesADateByTheSystemOfTheWorkbook() throws IOException {
        return SpecTable.run(
                "dates.yaml",
                given -> List.of(shown(CellNumbers.date(
                        given.get("serial").asText(),
                        DateSystem.valueOf("FROM_" + given.get("from").asText())))));
    }

    @TestFactory
    Stream<DynamicTest> takesADateThatIsStoredAsText() throws IOException {
        return SpecTable.run("iso-dates.yaml", given -> List.of(shown(CellNumbers.isoDate(given.asText()))));
    }

    @TestFactory
    Stream<DynamicTest> tellsADateByItsFormat() throws IOException {
        return SpecTable.run(
                "date-formats.yaml",
                given -> List.of(
                        given.isInt()
                                ? String.valueOf(DateFormats.isBuiltInDate(given.asText()))
                                : String.valueOf(DateFormats.isDate(given.asText()))));
    }

    private static String shown(Cell cell) {
        return cell.kind() + " " + cell.text();
    }
}
