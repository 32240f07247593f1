package id.jembatan.domain;

/**
 * One row or entry that a review or a case is about.
 *
 * @param rowId the row; of an entry, the row that first brought the person in
 * @param entry whether it is a live entry of the register
 * @param drop of that row
 * @param place of that row in its file
 * @param state of the entry; of a row its outcome
 * @param worker what it says; of an entry, the person's data as they are now
 */
public record Claim(
        long rowId, boolean entry, ProgrammeKey programme, DropId drop, RowPlace place, String state, Worker worker) {

    @Override
    public String toString() {
        return (entry ? "entry " : "row ") + rowId + " " + state;
    }
}
