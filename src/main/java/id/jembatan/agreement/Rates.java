package id.jembatan.agreement;

import id.jembatan.domain.Protection;
import id.jembatan.domain.Segment;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * What {@code config/rates.yaml} says.
 *
 * @param bands of BPU incomes, the lowest first
 * @param pensionWageCap JP is reckoned from no more than this
 */
record Rates(
        Dated<List<Band>> bands,
        Map<Segment, Map<Protection, Dated<Rate>>> bySegment,
        Dated<BigDecimal> pensionWageCap,
        List<Relief> reliefs) {

    /**
     * A range of BPU incomes that pay alike (PP 44/2015 annex II).
     *
     * @param upTo the highest income of the band
     * @param base what its contribution is reckoned from
     */
    record Band(BigDecimal upTo, BigDecimal base) {}

    BigDecimal lowestBase(YearMonth month) {
        return bands.in(month).get(0).base();
    }

    Dated<Rate> of(Segment segment, Protection protection) {
        Dated<Rate> rate = bySegment.getOrDefault(segment, Map.of()).get(protection);
        if (rate == null) {
            throw new IllegalStateException("no rate for " + protection + " in " + segment);
        }
        return rate;
    }
}
