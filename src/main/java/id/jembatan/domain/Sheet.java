package id.jembatan.domain;

/**
 * One sheet of a drop. A format without sheets is one sheet with the name "".
 *
 * @param index counted from 0 over all sheets of the file, hidden ones too
 */
public record Sheet(int index, String name, boolean visible, DateSystem dates) {

    /** The one sheet of a text file. */
    public static final Sheet ONLY = new Sheet(0, "", true, DateSystem.NONE);
}
