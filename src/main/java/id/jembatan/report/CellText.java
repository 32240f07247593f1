package id.jembatan.report;

/** The text of one workbook cell as XML allows it. */
final class CellText {

    /** Excel calls a workbook broken that holds a longer cell. */
    static final int MOST_CHARACTERS = 32_767;

    private CellText() {}

    /** Cut to what Excel opens; no half character at the end. */
    static String fit(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end);
    }

    /**
     * A cell that begins so would become a formula if somebody typed it again. Characters that nobody sees, or that no file
     * keeps, do not hide it.
     */
    static boolean looksLikeFormula(String text) {
        return text.codePoints()
                .filter(c -> isXml(c) && Character.getType(c) != Character.FORMAT)
                .limit(1)
                .anyMatch(c -> "=+-@\t\r".indexOf(c) >= 0);
    }

    /** Characters that no XML may hold (most control characters, halves of pairs) are left out. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#13;");
                default -> {
                    if (isXml(c)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static boolean isXml(int c) {
        return c >= 0x20 ? (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF : "\t\n\r".indexOf(c) >= 0;
    }
}
