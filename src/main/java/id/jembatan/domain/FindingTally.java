package id.jembatan.domain;

/**
 * How often a code was said in one drop.
 *
 * @param rows in how many rows
 * @param first the first row that has it, as the example
 * @param field the field of that first finding
 */
public record FindingTally(long rows, RowPlace first, Field field) {

    /** Both together; the earlier example stays, which is this one's. */
    public FindingTally plus(FindingTally later) {
        return new FindingTally(rows + later.rows, first, field);
    }
}
