package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/** What a month of protection costs: the door of the rates. */
public interface Contributions {

    /**
     * The monthly income that a person's contribution is reckoned from: in BPU the programme's base or the lowest band,
     * in PU the wage, else the position's wage where the programme has one.
     *
     * @param position the row's position, or ""
     * @return empty when PU gives neither
     */
    Optional<BigDecimal> findBase(Programme programme, Optional<BigDecimal> wage, String position, YearMonth month);

    /**
     * One person's contribution for one month, rounded by the programme's rule, with parts that sum to it.
     *
     * @param base as {@link #findBase} gave it
     */
    Contribution monthly(Programme programme, BigDecimal base, YearMonth month);

    /** The sum over the months from {@code first} to {@code last}, each at its own rate; nothing when none is left. */
    default Contribution over(Programme programme, BigDecimal base, YearMonth first, YearMonth last) {
        Contribution sum = Contribution.NONE;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            sum = sum.plus(monthly(programme, base, month));
        }
        return sum;
    }
}
