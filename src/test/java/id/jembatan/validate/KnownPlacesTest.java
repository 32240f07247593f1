package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPlacesTest {

    private final KnownPlaces places = new KnownPlaces(List.of("Kokas", "Weri", "Mas"), Map.of(), Set.of("KEC"));

    @Test
    void whatWasAskedBeforeIsAnsweredAsThen() {
        assertEquals("Kokas", places.nearestTo("Kokass"));
        assertEquals("Weri", places.nearestTo("Werii"));
        assertEquals("Kokas", places.nearestTo("Kokass"));
    }

    @Test
    void theFirstOfAllIsFoundToo() {
        assertEquals("Kokas", places.nearestTo("Kec. Kokass"));
    }

    @Test
    void aNameOfFourLettersIsFoundAmongWords() {
        assertEquals("Weri", places.nearestTo("di tepi pantai Weri"));
    }
}
