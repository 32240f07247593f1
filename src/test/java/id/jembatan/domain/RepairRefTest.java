package id.jembatan.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepairRefTest {

    @Test
    void namesTheRowThatItWasMadeFor() {
        assertEquals(OptionalLong.of(RowId.of(12, 345)), RepairRef.parse(RepairRef.of(12, 345, false)));
        assertEquals(OptionalLong.of(RowId.of(12, 345)), RepairRef.parse(RepairRef.of(12, 345, true)));
    }

    @Test
    void tellsWhetherTheRowsCellsHadSlipped() {
        assertTrue(RepairRef.isOfSlipped(RepairRef.of(12, 345, true)));
        assertFalse(RepairRef.isOfSlipped(RepairRef.of(12, 345, false)));
        assertFalse(RepairRef.isOfSlipped("12+"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12",
                "0-1",
                "1-0",
                "01-2",
                "1-2-3",
                "a-b",
                "-1-2",
                "99999999999-1",
                "1-100000000",
                " 1-2",
                "1-2++",
                "+"
            })
    void isNothingElse(String text) {
        assertEquals(OptionalLong.empty(), RepairRef.parse(text));
    }
}
