package id.jembatan.register;

import java.util.ArrayList;
import java.util.List;

/** Jaro–Winkler with lists: the matched letters of both sides are written down and compared. */
final class ObviousSimilarity {

    private ObviousSimilarity() {}

    static double of(String a, String b) {
        int window = Math.max(a.length(), b.length()) / 2 - 1;
        List<Integer> fromA = new ArrayList<>();
        List<Integer> fromB = new ArrayList<>();
        for (int i = 0; i < a.length(); i++) {
            for (int j = 0; j < b.length(); j++) {
                if (Math.abs(i - j) <= Math.max(window, 0) && a.charAt(i) == b.charAt(j) && !fromB.contains(j)) {
                    fromA.add(i);
                    fromB.add(j);
                    break;
                }
            }
        }
        if (fromA.isEmpty()) {
            return 0;
        }
        List<Integer> inOrder = fromB.stream().sorted().toList();
        int moved = 0;
        for (int i = 0; i < fromA.size(); i++) {
            moved += a.charAt(fromA.get(i)) == b.charAt(inOrder.get(i)) ? 0 : 1;
        }
        int transpositions = moved / 2;
        double m = fromA.size();
        double jaro = (m / a.length() + m / b.length() + (m - transpositions) / m) / 3;
        int prefix = 0;
        while (prefix < Math.min(4, Math.min(a.length(), b.length())) && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * 0.1 * (1 - jaro);
    }
}
