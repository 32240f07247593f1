package id.jembatan.domain;

/**
 * A line or sheet that was seen and is no person.
 *
 * @param row 0 for a whole sheet
 */
public record IgnoredLine(String sheet, int row, Why why) {

    /** Why it does not count as a row. */
    public enum Why {
        HEADER_REPEATED,
        COLUMN_NUMBERS,
        TRAILER,
        SHEET_HIDDEN,
        SHEET_WITHOUT_HEADER
    }
}
