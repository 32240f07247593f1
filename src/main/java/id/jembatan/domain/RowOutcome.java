package id.jembatan.domain;

import java.util.List;

/**
 * One line of rows.csv: what became of one row.
 *
 * @param position the row's place among all rows of the drop, from 1
 * @param codes in the catalogue's order
 * @param ref what a DUPLICATE or COVERED row points to; "" for the others
 * @param repairs whether it stands for a row of an earlier reply, proved by its JEMBATAN_REF
 */
public record RowOutcome(
        long position, RowPlace place, Outcome outcome, List<FindingCode> codes, String ref, boolean repairs) {

    public RowOutcome {
        codes = List.copyOf(codes);
    }
}
