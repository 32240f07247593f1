package id.jembatan.domain;

/**
 * Where a row stands in its file.
 *
 * @param sheet the sheet's name; "" for formats without sheets
 * @param row the number that a person sees
 */
public record RowPlace(String sheet, int row) {

    /** As the {@code ref} of a row on {@code fromSheet} names it: {@code 17}, or {@code Lembar2!17} from elsewhere. */
    public String seenFrom(String fromSheet) {
        return sheet.equals(fromSheet) ? Integer.toString(row) : sheet + "!" + row;
    }
}
