package id.jembatan.domain;

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

    public static final Cell EMPTY = new Cell("", Kind.TEXT);

    public static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
    }

    /** Whether nothing can be seen in it. */
    public boolean isBlank() {
        return text.isBlank();
    }

    /** The kind and length only: a cell may hold a person. */
    @Override
    public String toString() {
        return kind + "(" + text.length() + ")";
    }
}
