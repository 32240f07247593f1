package id.jembatan.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.Funding;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

class ContributionPropertiesTest {

    private static final BigDecimal CAP = new BigDecimal(10_547_400);
    private static final Map<Integer, String> ACCIDENT =
            Map.of(1, "0.0024", 2, "0.0054", 3, "0.0089", 4, "0.0127", 5, "0.0174");

    @Property
    void partsSumToTheTotalWhichIsWithinOneRupiahOfTheExactSum(
            @ForAll @LongRange(min = 0, max = 200_000_000) long wage,
            @ForAll @NotEmpty Set<Protection> protections,
            @ForAll @IntRange(min = 1, max = 5) int risk,
            @ForAll("roundings") RoundingMode rounding) {
        BigDecimal base = BigDecimal.valueOf(wage);

        Contribution paid = Examples.RATES.monthly(
                Examples.programme(Segment.PU, Funding.EMPLOYER, protections, Optional.empty(), risk, rounding),
                base,
                YearMonth.of(2026, 1));

        BigDecimal exact = BigDecimal.ZERO;
        BigDecimal parts = BigDecimal.ZERO;
        for (Protection protection : protections) {
            BigDecimal exactPart = exact(protection, base, risk);
            assertTrue(isWithinOneRupiah(paid.part(protection), exactPart), protection + " of " + wage);
            exact = exact.add(exactPart);
            parts = parts.add(paid.part(protection));
        }
        assertEquals(paid.total(), parts);
        assertEquals(exact.setScale(0, rounding), paid.total());
        assertTrue(isWithinOneRupiah(paid.total(), exact));
    }

    /** Whatever was asked before, and whoever pays: a relief is for some months and some programmes. */
    @Property
    void monthsAreReckonedOneByOne(
            @ForAll @LongRange(min = 0, max = 3) long millions,
            @ForAll @NotEmpty Set<Protection> protections,
            @ForAll Funding funding,
            @ForAll @IntRange(min = 1, max = 5) int risk,
            @ForAll @IntRange(min = 0, max = 40) int from,
            @ForAll @IntRange(min = 0, max = 15) int months,
            @ForAll Segment segment) {
        Assume.that(segment == Segment.PU || !protections.contains(Protection.JP));
        BigDecimal base = BigDecimal.valueOf(millions * 1_000_000);
        Programme programme =
                Examples.programme(segment, funding, protections, Optional.empty(), risk, RoundingMode.HALF_EVEN);
        YearMonth first = YearMonth.of(2024, 1).plusMonths(from);

        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < months; i++) {
            sum = sum.add(
                    Examples.RATES.monthly(programme, base, first.plusMonths(i)).total());
        }
        for (int time = 0; time < 2; time++) {
            Contribution all = Examples.RATES.over(programme, base, first, first.plusMonths(months - 1L));
            assertEquals(0, sum.compareTo(all.total()), sum + " or " + all);
        }
    }

    @Provide
    Arbitrary<RoundingMode> roundings() {
        return Arbitraries.of(RoundingMode.class).filter(mode -> mode != RoundingMode.UNNECESSARY);
    }

    private static BigDecimal exact(Protection protection, BigDecimal wage, int risk) {
        return switch (protection) {
            case JKK -> wage.multiply(new BigDecimal(ACCIDENT.get(risk)));
            case JKM -> wage.multiply(new BigDecimal("0.003"));
            case JHT -> wage.multiply(new BigDecimal("0.057"));
            case JP -> wage.min(CAP).multiply(new BigDecimal("0.03"));
        };
    }

    private static boolean isWithinOneRupiah(BigDecimal paid, BigDecimal exact) {
        return paid.subtract(exact).abs().compareTo(BigDecimal.ONE) < 0;
    }
}
