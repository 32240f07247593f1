package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NameClassesTest {

    @Test
    void findsTheClassHoweverTheNameIsWritten() {
        NameClasses classes = new NameClasses(Map.of("FISHER", List.of("Nelayan", "nelayan tradisional")));

        assertEquals(Optional.of("FISHER"), classes.find("NELAYAN-TRADISIONAL"));
        assertEquals(Optional.empty(), classes.find("nelayan kecil"));
    }

    @Test
    void oneTextMayBeWrittenTwiceInOneClass() {
        NameClasses classes = new NameClasses(Map.of("FISHER", List.of("Nelayan", "NELAYAN")));

        assertEquals(Optional.of("FISHER"), classes.find("nelayan"));
    }

    @Test
    void oneTextInTwoClassesIsRefused() {
        Map<String, List<String>> doubled =
                new TreeMap<>(Map.of("FARMER", List.of("buruh"), "FISHER", List.of("Buruh")));

        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new NameClasses(doubled));

        assertEquals("\"Buruh\" stands in FARMER and in FISHER", refused.getMessage());
    }
}
