package id.jembatan.domain;

import java.util.List;
import java.util.Optional;

/**
 * One row that goes back to the office: as it came, with what became of it.
 *
 * @param ref what JEMBATAN_REF will hold: {@code <receipt>-<position>}
 * @param findings as the rules said them; empty for a row that is only for a person to decide, or did not come in
 * @param standing in a repaired list: what the row is against the list that it repairs
 * @param outcome REJECTED or REVIEW in perbaikan.xlsx; DUPLICATE, COVERED or WAITLISTED in tidak-masuk.xlsx
 */
public record RepairRow(
        Table table,
        RawRow row,
        String ref,
        Optional<RepairStanding> standing,
        Outcome outcome,
        List<Finding> findings,
        String outcomeRef) {

    @Override
    public String toString() {
        return "repair of " + row;
    }
}
