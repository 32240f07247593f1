package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row after the rules, ready for the register.
 *
 * @param position the row's place among all rows of the drop, from 1
 * @param sheet the sheet's index
 * @param row the number that a person sees
 * @param codes in the catalogue's order
 * @param worker empty when the row is rejected
 * @param base rupiah a month that the contribution is reckoned from; empty when the row is rejected, or of a leaver
 * @param repairs the id of the earlier row that its JEMBATAN_REF names
 * @param leaving of a row of leavers that is not rejected
 * @param told of a rejected row of a full list
 */
public record JudgedRow(
        long position,
        int sheet,
        int row,
        List<FindingCode> codes,
        Optional<Worker> worker,
        Optional<BigDecimal> base,
        OptionalLong repairs,
        Optional<Leaving> leaving,
        Optional<ToldPerson> told) {

    /** A row of people who come. */
    public JudgedRow(
            long position,
            int sheet,
            int row,
            List<FindingCode> codes,
            Optional<Worker> worker,
            Optional<BigDecimal> base,
            OptionalLong repairs) {
        this(position, sheet, row, codes, worker, base, repairs, Optional.empty(), Optional.empty());
    }

    @Override
    public String toString() {
        return "judged row " + position;
    }
}
