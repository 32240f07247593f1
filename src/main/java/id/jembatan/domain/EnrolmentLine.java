package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * One person of a frozen batch as the branch will read it.
 *
 * @param number from 1, without gaps, ordered by the row that first entered the programme
 * @param base rupiah a month that the contribution is reckoned from
 * @param contribution for the batch's month
 * @param months from the batch's month to the programme's end; 0 for who has ended
 * @param ending in a batch of kind {@code end}
 * @param ref the name under which it was sent first, when it is sent again
 */
public record EnrolmentLine(
        int number,
        Worker worker,
        BigDecimal base,
        Contribution contribution,
        int months,
        BigDecimal total,
        Optional<Ending> ending,
        Optional<LineRef> ref) {

    /** Somebody who has not ended and is sent for the first time. */
    public EnrolmentLine(
            int number, Worker worker, BigDecimal base, Contribution contribution, int months, BigDecimal total) {
        this(number, worker, base, contribution, months, total, Optional.empty(), Optional.empty());
    }
}
