package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.WAGE_IMPLAUSIBLE;

import java.math.BigDecimal;

/** Under 100,000 or over 100,000,000 rupiah a month a zero is missing or too many. */
final class WageIsPlausible implements Rule {
    private static final BigDecimal LOWEST = BigDecimal.valueOf(100_000);
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(100_000_000);

    @Override
    public void check(Subject subject, Findings findings) {
        subject.draft()
                .wage()
                .value()
                .filter(wage -> wage.compareTo(LOWEST) < 0 || wage.compareTo(HIGHEST) > 0)
                .ifPresent(wage -> findings.add(WAGE_IMPLAUSIBLE, wage.toPlainString()));
    }
}
