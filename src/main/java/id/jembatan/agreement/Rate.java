package id.jembatan.agreement;

import java.math.BigDecimal;
import java.util.List;

/**
 * What one protection costs a month: a flat amount, a share of the base, or a share by risk class.
 *
 * @param percents of the base: none, one for all, or one for each risk class from 1
 */
record Rate(BigDecimal flat, List<BigDecimal> percents) {

    Rate {
        percents = List.copyOf(percents);
    }

    /** Exact, not yet rounded. */
    BigDecimal of(BigDecimal base, int risk) {
        if (percents.isEmpty()) {
            return flat;
        }
        BigDecimal percent = percents.get(Math.min(risk, percents.size()) - 1);
        return flat.add(base.multiply(percent).movePointLeft(2));
    }
}
