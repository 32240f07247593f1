package id.jembatan.agreement;

import id.jembatan.domain.Funding;
import id.jembatan.domain.Protection;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Set;

/**
 * A part of a BPU contribution that need not be paid for some months (PP 50/2025).
 *
 * @param workers whom it is for
 * @param last the last month, included
 * @param percent what need not be paid
 * @param notFundedBy where these pay, it does not apply
 */
record Relief(
        RateTable.Workers workers,
        YearMonth first,
        YearMonth last,
        BigDecimal percent,
        Set<Protection> protections,
        Set<Funding> notFundedBy) {

    private static final BigDecimal WHOLE = new BigDecimal(100);

    Relief {
        protections = Set.copyOf(protections);
        notFundedBy = Set.copyOf(notFundedBy);
    }

    boolean applies(RateTable.Workers to, Funding funding, Protection protection, YearMonth month) {
        return workers == to
                && !notFundedBy.contains(funding)
                && protections.contains(protection)
                && !month.isBefore(first)
                && !month.isAfter(last);
    }

    /** What remains to be paid, exact. */
    BigDecimal reduce(BigDecimal amount) {
        return amount.multiply(WHOLE.subtract(percent)).movePointLeft(2);
    }
}
