package id.jembatan.domain;

/**
 * What a rebuild brought back.
 *
 * @param records of the journal
 * @param rows of settled drops
 * @param waiting drops that are not answered yet: they are worked on as ever
 * @param unsent batches that their branch has not got yet
 */
public record RestoredRegister(
        long records, long drops, long rows, long entries, long batches, long nights, long waiting, long unsent) {}
