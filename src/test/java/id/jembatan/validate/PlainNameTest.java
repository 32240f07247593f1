package id.jembatan.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNameTest {

    @ParameterizedTest
    @CsvSource({
        "Fak-Fak, FAKFAK",
        "azaz 09, AZAZ09",
        "'{[Kokas]}', KOKAS",
        "José, JOSÉ",
        "Ése Abc, ÉSEABC",
        "Straße, STRASSE",
        "'***', ''"
    })
    void isLettersAndDigitsInUpperCase(String written, String plain) {
        assertEquals(plain, PlainName.of(written));
    }
}
