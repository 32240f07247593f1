package id.jembatan.agreement;

import id.jembatan.domain.Contribution;
import id.jembatan.domain.Protection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds a contribution once and shares it out: the sum is rounded by the programme's rule, each part is cut to whole
 * rupiah, and the rupiah still missing go to the parts that lost most by the cut, the earlier protection first among
 * equals. So the parts always sum to what is paid (SPEC section 3).
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /** @param exact the parts before rounding, none negative */
    static Contribution round(EnumMap<Protection, BigDecimal> exact, RoundingMode rounding) {
        BigDecimal total =
                exact.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(0, rounding);
        Map<Protection, BigDecimal> parts = new EnumMap<>(Protection.class);
        exact.forEach((protection, amount) -> parts.put(protection, amount.setScale(0, RoundingMode.DOWN)));
        BigDecimal missing = parts.values().stream().reduce(total, BigDecimal::subtract);
        List<Protection> byLoss = exact.keySet().stream()
                .sorted(Comparator.comparing((Protection it) ->
                                exact.getOrDefault(it, BigDecimal.ZERO).remainder(BigDecimal.ONE))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (Protection protection : byLoss.subList(0, missing.intValueExact())) {
            parts.merge(protection, BigDecimal.ONE, BigDecimal::add);
        }
        return new Contribution(total, parts);
    }
}
