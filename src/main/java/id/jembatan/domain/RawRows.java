package id.jembatan.domain;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;

/**
 * One streaming pass over a drop: the lines of all visible sheets, in the file's order. Not thread-safe. {@code next}
 * throws {@link DropRefused} when the file turns out to be broken or past a limit.
 */
public interface RawRows extends Iterator<RawRow>, Closeable {

    /** All sheets, hidden ones too, in the file's order. */
    List<Sheet> sheets();
}
