package id.jembatan.domain;

import java.util.regex.Pattern;

/**
 * One cell as it was read.
 *
 * @param text what it holds: text as it stands, a number as its shortest exact decimal, a date as ISO (with a time of
 *     day after {@code T} where it has one); "" when empty
 */
public record Cell(String text, Kind kind) {

    /** How the cell was stored; a text file has TEXT only. */
    public enum Kind {
        TEXT,
        NUMBER,
        DATE
    }

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    public static final Cell EMPTY = new Cell("", Kind.TEXT);

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
    }

    /** Whether nothing can be seen in it: white space, no-break spaces, control and zero-width characters only. */
    public boolean isBlank() {
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (isVisible(c)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it is blank, or holds nothing but a word for nothing such as {@code -} or TIDAK ADA. */
    public boolean saysNothing() {
        return isBlank()
                || EmptyWords.contains(BLANKS.matcher(text).replaceAll(" ").strip());
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE -> false;
            default -> true;
        };
    }

    /** The kind and length only: a cell may hold a person. */
    @Override
    public String toString() {
        return kind + "(" + text.length() + ")";
    }
}
