package id.jembatan.domain;

/**
 * How much a drop may be (SPEC section 12, {@code jembatan.limits.*}); past a limit it is refused, which is data and no
 * fault.
 *
 * @param file bytes as received
 * @param unpacked bytes after unpacking
 * @param entries of a ZIP
 * @param columns of a table
 * @param cell characters of one cell
 * @param depth objects and arrays of JSON that stand in each other, the outermost counted
 * @param digits characters of one number of JSON
 */
public record Limits(long file, long unpacked, int entries, int columns, int cell, int depth, int digits) {

    public static final Limits DEFAULT = new Limits(512L << 20, 2L << 30, 1_000, 16_384, 1_000_000, 64, 1_000);
}
