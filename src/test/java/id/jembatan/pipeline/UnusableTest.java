package id.jembatan.pipeline;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Messages;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a setting has its sentence, in both languages. */
class UnusableTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void eachHasItsSentence(String language) {
        Messages messages = MessageFiles.load(Path.of("config"), language);
        for (Unusable.Kind kind : Unusable.Kind.values()) {
            requireWhole(
                    new Unusable(kind, "jembatan.x", "y").problems(messages).get(0));
        }
        for (Unusable.Expected expected : Unusable.Expected.values()) {
            requireWhole(
                    new Unusable("jembatan.x", expected, "z").problems(messages).get(0));
        }
    }

    private static void requireWhole(String sentence) {
        assertTrue(sentence.contains("jembatan.x"), sentence);
        assertFalse(sentence.matches(".*\\{[0-9]}.*"), sentence);
    }
}
