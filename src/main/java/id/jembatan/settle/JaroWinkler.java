package id.jembatan.settle;

/** Jaro–Winkler similarity, 0 to 1, with a prefix scale of 0.1 over at most four characters; blanks count. */
final class JaroWinkler {

    private static final double PREFIX_SCALE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private JaroWinkler() {}

    static double similarity(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int longest = Math.min(LONGEST_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < longest && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_SCALE * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        if (a.isEmpty() && b.isEmpty()) {
            return 1;
        }
        int window = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        boolean[] matchedInA = new boolean[a.length()];
        boolean[] matchedInB = new boolean[b.length()];
        int matches = 0;
        for (int i = 0; i < a.length(); i++) {
            int to = Math.min(b.length() - 1, i + window);
            for (int j = Math.max(0, i - window); j <= to; j++) {
                if (!matchedInB[j] && a.charAt(i) == b.charAt(j)) {
                    matchedInA[i] = true;
                    matchedInB[j] = true;
                    matches++;
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double m = matches;
        return (m / a.length() + m / b.length() + (m - transpositions(a, b, matchedInA, matchedInB)) / m) / 3;
    }

    /** Half the number of matched characters that stand in another order. */
    private static int transpositions(String a, String b, boolean[] matchedInA, boolean[] matchedInB) {
        int outOfOrder = 0;
        int j = 0;
        for (int i = 0; i < a.length(); i++) {
            if (matchedInA[i]) {
                while (!matchedInB[j]) {
                    j++;
                }
                if (a.charAt(i) != b.charAt(j)) {
                    outOfOrder++;
                }
                j++;
            }
        }
        return outOfOrder / 2;
    }
}
