package id.jembatan.stage;

/**
 * A word of a match key as one number: its first {@value #SIGNS} signs in base {@value #BASE}, so that the words with one
 * beginning are a range, whatever order a database gives to letters. Longer words with the same beginning are one number.
 */
record NameWord(long first, long last) {

    static final int SIGNS = 12;

    /** Nothing, ten digits, 26 letters, and one for all other letters. */
    private static final int BASE = 38;

    private static final int LETTER = 11;
    private static final int OTHER = BASE - 1;

    /** The number of a whole word. */
    static long of(String word) {
        return beginning(word).first();
    }

    /** The numbers of all words that begin so. */
    static NameWord beginning(String letters) {
        long first = 0;
        long room = 1;
        for (int i = 0; i < SIGNS; i++) {
            boolean given = i < letters.length();
            first = first * BASE + (given ? sign(letters.charAt(i)) : 0);
            room = given ? room : room * BASE;
        }
        return new NameWord(first, first + room - 1);
    }

    private static int sign(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0' + 1;
        }
        return c >= 'A' && c <= 'Z' ? c - 'A' + LETTER : OTHER;
    }
}
