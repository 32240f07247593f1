package id.jembatan.register;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/** Rates that a reader can add up: a month costs the base, of which one rupiah is JKM, and from July 2025 the double. */
public final class RoundRates implements Contributions {

    public static final BigDecimal LOWEST_BASE = BigDecimal.TEN;
    private static final YearMonth DEARER = YearMonth.of(2025, 7);

    @Override
    public Optional<BigDecimal> findBase(
            Programme programme, Optional<BigDecimal> wage, String position, YearMonth month) {
        return programme.segment() == Segment.BPU ? Optional.of(LOWEST_BASE) : wage;
    }

    @Override
    public Contribution monthly(Programme programme, BigDecimal base, YearMonth month) {
        BigDecimal total = month.isBefore(DEARER) ? base : base.add(base);
        return new Contribution(
                total, Map.of(Protection.JKK, total.subtract(BigDecimal.ONE), Protection.JKM, BigDecimal.ONE));
    }
}
