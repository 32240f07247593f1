package id.jembatan.normalise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A tidied value is tidy: what was repaired and comes back is not repaired into something else. */
class TidyingPropertiesTest {

    @Property
    void textTidiedTwiceIsTidiedOnce(@ForAll("cells") String raw) {
        String once = TextTidier.tidy(raw);

        assertEquals(once, TextTidier.tidy(once));
    }

    @Property
    void freeTextTidiedTwiceIsTidiedOnceAndIsNoFormula(@ForAll("cells") String raw) {
        String once = TextTidier.tidyFree(raw);

        assertEquals(once, TextTidier.tidyFree(once));
        assertFalse(!once.isEmpty() && TextTidier.isFormulaLead(once.charAt(0)));
    }

    @Property
    void nameTidiedTwiceIsTidiedOnce(@ForAll("cells") String raw) {
        String once = NameTidier.tidy(raw);

        assertEquals(once, NameTidier.tidy(once));
    }

    @Property
    void matchKeyOfAMatchKeyIsItself(@ForAll("cells") String raw) {
        String once = MatchKey.of(NameTidier.tidy(raw));

        assertEquals(once, MatchKey.of(once));
    }

    @Property
    void phoneReadTwiceIsReadOnce(@ForAll("phones") String raw) {
        String once = PhoneTidier.read(TextTidier.tidy(raw)).value().orElse("");

        assertEquals(once, PhoneTidier.read(once).value().orElse(""));
    }

    /** Whatever Unicode has, and much of what the rules look at. */
    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.strings()
                        .withChars(" \t\u00a0\u200b\ufeff\u0301=+-@.'\"?/,AaHhSPDEéﬁßŉǰ0123NULL")
                        .ofMaxLength(12));
    }

    @Provide
    Arbitrary<String> phones() {
        return Arbitraries.strings().withChars("0628+ -./(),12").ofMaxLength(20);
    }
}
