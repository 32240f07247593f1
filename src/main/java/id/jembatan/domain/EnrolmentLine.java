package id.jembatan.domain;

import java.math.BigDecimal;

/**
 * One person of a frozen batch as the branch will read it.
 *
 * @param number from 1, without gaps, ordered by the row that first entered the programme
 * @param base rupiah a month that the contribution is reckoned from
 * @param contribution for the batch's month
 * @param months from the batch's month to the programme's end
 */
public record EnrolmentLine(
        int number, Worker worker, BigDecimal base, Contribution contribution, int months, BigDecimal total) {}
