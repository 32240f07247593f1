package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** One person's contribution for one month in whole rupiah; the parts sum to the total. */
public record Contribution(BigDecimal total, Map<Protection, BigDecimal> parts) {

    public Contribution {
        BigDecimal sum = parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total) != 0) {
            throw new IllegalArgumentException("the parts sum to " + sum + ", the total is " + total);
        }
        parts = Map.copyOf(parts);
    }

    public static final Contribution NONE = new Contribution(BigDecimal.ZERO, Map.of());

    /** 0 where the programme does not have that protection. */
    public BigDecimal part(Protection protection) {
        return parts.getOrDefault(protection, BigDecimal.ZERO);
    }

    public Contribution plus(Contribution other) {
        Map<Protection, BigDecimal> sums = new EnumMap<>(Protection.class);
        for (Protection protection : Protection.values()) {
            BigDecimal sum = part(protection).add(other.part(protection));
            if (parts.containsKey(protection) || other.parts.containsKey(protection)) {
                sums.put(protection, sum);
            }
        }
        return new Contribution(total.add(other.total), sums);
    }

    public Contribution times(long count) {
        BigDecimal factor = BigDecimal.valueOf(count);
        Map<Protection, BigDecimal> products = new EnumMap<>(Protection.class);
        parts.forEach((protection, part) -> products.put(protection, part.multiply(factor)));
        return new Contribution(total.multiply(factor), products);
    }
}
