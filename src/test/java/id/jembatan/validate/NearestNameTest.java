package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

    @ParameterizedTest
    @CsvSource({
        "KOKASS, WAGOM KOKAS, 1",
        "KOKAS, KOKAT KOKAS, 1",
        "KOKAS, KOKAT KOKAR, 0",
        "X, ABX XY, 1",
        "A, B, 0",
        "'', KOKAS, -1"
    })
    void isTheOneWithTheFewestChangesAndTheFirstOfEquals(String name, String known, int nearest) {
        assertEquals(nearest, NearestName.of(name, List.of(known.split(" ", -1))));
    }

    @ParameterizedTest
    @CsvSource({"100, 0", "101, -1"})
    void whatIsLongerThanAnyNameIsNone(int length, int nearest) {
        assertEquals(nearest, NearestName.of("A".repeat(length), List.of("KOKAS")));
    }
}
