package id.jembatan.domain;

/**
 * Somebody who is not in the full list that came last, and waits for the operator's word.
 *
 * @param drop the first drop of that list
 */
public record LeaverProposal(long number, DropId drop, ProgrammeKey programme, NationalId nik, EntryState state) {

    @Override
    public String toString() {
        return "proposal " + number;
    }
}
