package id.jembatan.validate;

/** The known name that takes the fewest letters changed, added or dropped; the first of equals. */
final class NearestName {
    private static final int LONGEST = 100;

    private NearestName() {}

    /** Its index in the list; -1 when there is none, or the name is no name by its length. */
    static int of(String name, Iterable<String> known) {
        boolean isName = !name.isEmpty() && name.length() <= LONGEST;
        int nearest = -1;
        int fewest = Integer.MAX_VALUE;
        int index = 0;
        for (String candidate : known) {
            boolean couldWin = isName && Math.abs(candidate.length() - name.length()) < fewest;
            int changes = couldWin ? distance(name, candidate) : Integer.MAX_VALUE;
            if (changes < fewest) {
                fewest = changes;
                nearest = index;
            }
            index++;
        }
        return nearest;
    }

    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] here = new int[b.length() + 1];
            here[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                here[j] = Math.min(swap, Math.min(above[j], here[j - 1]) + 1);
            }
            above = here;
        }
        return above[b.length()];
    }
}
