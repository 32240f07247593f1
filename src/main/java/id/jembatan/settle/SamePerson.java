package id.jembatan.settle;

import id.jembatan.domain.Worker;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether two rows with the same NIK mean the same person (SPEC section 6). Names are typed by many hands, so a near
 * match is enough, and a birth date that agrees makes one shared word enough.
 */
final class SamePerson {

    /** 0.90 less what a double may lose: a similarity of exactly nine tenths is close. */
    private static final double CLOSE = 0.90 - 1e-9;

    private static final int TELLING_WORD = 3;

    /** Words that half the country shares. */
    private static final Set<String> COMMON = Set.of("MUHAMMAD", "SITI", "NUR", "ABDUL", "ODE");

    private SamePerson() {}

    static boolean is(Worker a, Worker b) {
        String keyA = a.matchKey();
        String keyB = b.matchKey();
        if (keyA.isEmpty() || keyB.isEmpty()) {
            return a.name().equals(b.name());
        }
        if (keyA.equals(keyB)) {
            return true;
        }
        Set<String> wordsA = words(keyA);
        Set<String> wordsB = words(keyB);
        return wordsA.containsAll(wordsB)
                || wordsB.containsAll(wordsA)
                || JaroWinkler.similarity(keyA, keyB) >= CLOSE
                || (a.birthDate().isPresent() && a.birthDate().equals(b.birthDate()) && shareWord(wordsA, wordsB));
    }

    private static boolean shareWord(Set<String> a, Set<String> b) {
        return a.stream().anyMatch(word -> word.length() >= TELLING_WORD && !COMMON.contains(word) && b.contains(word));
    }

    private static Set<String> words(String key) {
        return new HashSet<>(Arrays.asList(key.split(" ")));
    }
}
