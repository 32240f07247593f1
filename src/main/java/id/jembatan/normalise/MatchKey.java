package id.jembatan.normalise;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A name reduced to what identifies (SPEC section 5, Name): upper case, no accents, punctuation or titles, the spellings
 * of MUHAMMAD made one. Empty when nothing but titles stood there.
 */
public final class MatchKey {
    /** {@code A. Md. Keb.} is one title in three pieces. */
    private static final int MOST_PIECES = 3;

    private MatchKey() {}

    public static String of(String name) {
        List<String> tokens = tokens(withoutAccents(name.toUpperCase(Locale.ROOT)));
        StringBuilder key = new StringBuilder(name.length());
        int i = 0;
        while (i < tokens.size()) {
            int pieces = titlePieces(tokens, i);
            if (pieces == 0) {
                appendWords(key, tokens.get(i));
            }
            i += Math.max(pieces, 1);
        }
        return key.toString();
    }

    /** How many tokens from there make one title; a point holds its pieces together. */
    private static int titlePieces(List<String> tokens, int from) {
        String first = tokens.get(from);
        if (first.indexOf('.') < 0) {
            return Titles.contains(first) ? 1 : 0;
        }
        StringBuilder joined = new StringBuilder();
        int longest = 0;
        for (int pieces = 1; pieces <= MOST_PIECES && from + pieces <= tokens.size(); pieces++) {
            String token = tokens.get(from + pieces - 1);
            appendWithoutPoints(joined, token);
            if (Titles.contains(joined.toString())) {
                longest = pieces;
            }
            if (!token.endsWith(".")) {
                break;
            }
        }
        return longest;
    }

    private static void appendWithoutPoints(StringBuilder joined, String token) {
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) != '.') {
                joined.append(token.charAt(i));
            }
        }
    }

    /** What no title accounts for, at its points: {@code DR.H.UDIN} is two titles and a name. */
    private static void appendWords(StringBuilder key, String token) {
        int start = 0;
        while (start < token.length()) {
            int point = token.indexOf('.', start);
            int end = point < 0 ? token.length() : point;
            String word = token.substring(start, end);
            if (!word.isEmpty() && !Titles.contains(word)) {
                if (!key.isEmpty()) {
                    key.append(' ');
                }
                key.append(spelled(word));
            }
            start = end + 1;
        }
    }

    private static String spelled(String word) {
        return switch (word) {
            case "MUH", "MOH", "MOCH", "MUHAMAD", "MOHAMAD", "MOHAMMAD" -> "MUHAMMAD";
            default -> word;
        };
    }

    /** Runs of letters, digits and points; all else is a blank. */
    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isPart(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                tokens.add(text.substring(start, i));
                start = -1;
            }
        }
        return tokens;
    }

    private static boolean isPart(char c) {
        if (c < 0x80) {
            return (c >= 'A' && c <= 'Z') || Digits.isDigit(c) || c == '.';
        }
        return Character.isSurrogate(c)
                || (Character.isLetterOrDigit(c) && Character.getType(c) != Character.MODIFIER_LETTER);
    }

    private static String withoutAccents(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return bare(Normalizer.normalize(text, Normalizer.Form.NFD));
            }
        }
        return text;
    }

    private static String bare(String decomposed) {
        StringBuilder bare = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            char c = decomposed.charAt(i);
            if (Character.getType(c) != Character.NON_SPACING_MARK) {
                bare.append(c);
            }
        }
        return bare.toString();
    }
}
