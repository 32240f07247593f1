package id.jembatan.normalise;

/** The apostrophe, {@code ="…"} and quotation marks with which people keep Excel from reckoning with a number. */
final class Quotes {

    private Quotes() {}

    /** A tidied text without them, tidied again. */
    static String strip(String text) {
        if (text.isEmpty() || Character.isLetterOrDigit(text.charAt(0))) {
            return text;
        }
        String bare = text;
        if (isApostrophe(bare.charAt(0))) {
            boolean around = bare.length() > 1 && isApostrophe(bare.charAt(bare.length() - 1));
            bare = bare.substring(1, around ? bare.length() - 1 : bare.length());
        }
        if (bare.startsWith("=") && bare.length() >= 3 && isQuote(bare.charAt(1)) && endsInQuote(bare)) {
            bare = bare.substring(2, bare.length() - 1);
        } else if (bare.length() >= 2 && isQuote(bare.charAt(0)) && endsInQuote(bare)) {
            bare = bare.substring(1, bare.length() - 1);
        }
        return TextTidier.tidy(bare);
    }

    private static boolean endsInQuote(String text) {
        return isQuote(text.charAt(text.length() - 1));
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '`' || c == '\u2018' || c == '\u2019' || c == '\u00b4';
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u201e';
    }
}
