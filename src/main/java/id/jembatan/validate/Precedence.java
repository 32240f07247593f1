package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.AGE_ABOVE;
import static id.jembatan.domain.FindingCode.AGE_BELOW;
import static id.jembatan.domain.FindingCode.BIRTH_DATE_FUTURE;
import static id.jembatan.domain.FindingCode.KPJ_INVALID;
import static id.jembatan.domain.FindingCode.NIK_AREA;
import static id.jembatan.domain.FindingCode.NIK_AS_NUMBER;
import static id.jembatan.domain.FindingCode.NIK_BIRTH_DATE;
import static id.jembatan.domain.FindingCode.NIK_DATE;
import static id.jembatan.domain.FindingCode.NIK_DISTRICT;
import static id.jembatan.domain.FindingCode.NIK_FILLER;
import static id.jembatan.domain.FindingCode.NIK_IS_FAMILY_CARD;
import static id.jembatan.domain.FindingCode.NIK_KPJ_SWAPPED;
import static id.jembatan.domain.FindingCode.NIK_LENGTH;
import static id.jembatan.domain.FindingCode.NIK_MISSING;
import static id.jembatan.domain.FindingCode.NIK_NOT_DIGITS;
import static id.jembatan.domain.FindingCode.NIK_ROUNDED;
import static id.jembatan.domain.FindingCode.NIK_SCIENTIFIC;
import static id.jembatan.domain.FindingCode.NIK_SERIAL;
import static id.jembatan.domain.FindingCode.NIK_SEX;
import static id.jembatan.domain.FindingCode.SEX_FROM_NIK;

import id.jembatan.domain.FindingCode;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which finding makes which others pointless (the paragraph below the NIK table in SPEC section 5). A rule need not know
 * of the others: it says what it sees, and what is silenced is not taken.
 */
final class Precedence {
    private static final Map<FindingCode, Set<FindingCode>> SILENCED = new EnumMap<>(FindingCode.class);

    static {
        stopsAllBelow(NIK_MISSING, NIK_AS_NUMBER);
        stopsAllBelow(NIK_SCIENTIFIC, NIK_AS_NUMBER);
        silence(NIK_ROUNDED, NIK_IS_FAMILY_CARD, NIK_FILLER, NIK_SERIAL, NIK_AS_NUMBER);
        stopsAllBelow(NIK_NOT_DIGITS);
        stopsAllBelow(NIK_LENGTH);
        stopsAllBelow(NIK_KPJ_SWAPPED, NIK_LENGTH, KPJ_INVALID);
        stopsAllBelow(NIK_IS_FAMILY_CARD);
        stopsAllBelow(NIK_FILLER);
        silence(NIK_AREA, NIK_DISTRICT);
        silence(NIK_DATE, NIK_BIRTH_DATE, NIK_SEX, SEX_FROM_NIK);
        silence(BIRTH_DATE_FUTURE, NIK_BIRTH_DATE, AGE_BELOW, AGE_ABOVE);
    }

    private Precedence() {}

    static Set<FindingCode> silencedBy(FindingCode code) {
        return SILENCED.getOrDefault(code, Set.of());
    }

    /** All NIK codes that stand below it but NIK_AS_NUMBER, which is said of every NIK that was a number; and its sex. */
    private static void stopsAllBelow(FindingCode code, FindingCode... others) {
        EnumSet<FindingCode> below = EnumSet.range(code, NIK_SEX);
        below.remove(code);
        below.remove(NIK_AS_NUMBER);
        below.add(SEX_FROM_NIK);
        below.addAll(Set.of(others));
        SILENCED.put(code, below);
    }

    private static void silence(FindingCode code, FindingCode... others) {
        SILENCED.put(code, EnumSet.copyOf(Set.of(others)));
    }
}
