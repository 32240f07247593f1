package id.jembatan.domain;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * One streaming pass over a drop: the lines of all visible sheets, in the file's order. Not thread-safe. {@code next}
 * throws {@link DropRefused} when the file turns out to be broken or past a limit.
 */
public interface RawRows extends Iterator<RawRow>, Closeable {

    /** All sheets, hidden ones too, in the file's order. */
    List<Sheet> sheets();

    /**
     * The headers of all columns where the format itself names them: the keys of JSON, in the order in which they first
     * come. Then no line is searched for a header, and none is trailer.
     */
    default Optional<List<String>> keys() {
        return Optional.empty();
    }

    /** How many empty lines stand between the row that {@code next} gave last and the one before it, and were not given. */
    default long emptyLinesPassed() {
        return 0;
    }
}
