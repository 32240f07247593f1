package id.jembatan.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SheetNamesTest {

    @Test
    void keepsANameThatExcelAllows() {
        assertEquals("Kampung Baru (1)", SheetNames.fit("Kampung Baru (1)", List.of("Lain")));
    }

    @Test
    void replacesWhatExcelForbids() {
        assertEquals("a-b-c-d-e-f-g", SheetNames.fit("a/b\\c?d*e[f]g", List.of()));
        assertEquals("-x-", SheetNames.fit("'x'", List.of()));
        assertEquals("_", SheetNames.fit("  ", List.of()));
        assertEquals("_History", SheetNames.fit("History", List.of()));
    }

    @Test
    void cutsLongNamesAndNumbersEqualOnes() {
        String thirtyOne = "x".repeat(31);

        assertEquals(thirtyOne, SheetNames.fit("x".repeat(40), List.of()));
        assertEquals(
                "x".repeat(27) + " (2)",
                SheetNames.fit("X".repeat(40).toLowerCase(java.util.Locale.ROOT), List.of(thirtyOne)));
        assertEquals("a (3)", SheetNames.fit("a", List.of("A", "A (2)")));
    }
}
