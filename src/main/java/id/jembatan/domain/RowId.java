package id.jembatan.domain;

/**
 * One number that names a row of a drop everywhere: the receipt's number times {@value #ROWS_PER_DROP} plus the row's
 * position. Rows of a drop are a range, and rows of a later receipt are always greater: whoever has the lower number
 * came first.
 */
public final class RowId {

    /** More rows than any file within the limits can have. */
    public static final long ROWS_PER_DROP = 100_000_000L;

    private RowId() {}

    /**
     * The id of a row.
     *
     * @param position from 1
     */
    public static long of(long receipt, long position) {
        if (position < 1 || position >= ROWS_PER_DROP) {
            throw new IllegalArgumentException("position " + position + " of a row is out of range");
        }
        return receipt * ROWS_PER_DROP + position;
    }

    /** The lowest number that a row of the drop could have. */
    public static long first(long receipt) {
        return receipt * ROWS_PER_DROP;
    }

    /** The highest number that a row of the drop could have. */
    public static long last(long receipt) {
        return receipt * ROWS_PER_DROP + ROWS_PER_DROP - 1;
    }

    public static long receipt(long rowId) {
        return rowId / ROWS_PER_DROP;
    }

    public static long position(long rowId) {
        return rowId % ROWS_PER_DROP;
    }
}
