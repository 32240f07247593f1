package id.jembatan.domain;

/**
 * A live entry of a person somewhere in the register.
 *
 * @param rowId the entry's id: the row that first brought the person in
 * @param worker the person's data as they are now
 */
public record Standing(long rowId, ProgrammeKey programme, EntryState state, Worker worker) {

    @Override
    public String toString() {
        return programme + " " + state;
    }
}
