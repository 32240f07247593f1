package id.jembatan.settle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroWinklerTest {

    /** Winkler's own examples, and the ends of the scale. */
    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.9611",
        "DWAYNE, DUANE, 0.8400",
        "DIXON, DICKSONX, 0.8133",
        "JONES, JOHNSON, 0.8324",
        "ABROMS, ABRAMS, 0.9222",
        "UDIN, UDIN, 1.0000",
        "UDIN, MAESA, 0.0000",
        "A, A, 1.0000",
        "A, B, 0.0000",
        "'', UDIN, 0.0000",
        "'', '', 1.0000",
        "LA ODE, LAODE, 0.9556"
    })
    void isAsItIsKnown(String a, String b, double expected) {
        assertEquals(expected, JaroWinkler.similarity(a, b), 0.00005);
    }

    @Property(tries = 500)
    void isOneForEqualTextsOnlyAndNeverLeavesItsScale(
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 9) String a,
            @ForAll @CharRange(from = 'A', to = 'D') @StringLength(max = 9) String b) {
        double similarity = JaroWinkler.similarity(a, b);

        assertTrue(similarity >= 0 && similarity <= 1, () -> "found " + similarity);
        assertEquals(a.equals(b), similarity > 1 - 1e-12);
    }
}
