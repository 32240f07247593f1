package id.jembatan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One promise of protection: who pays, for which group, how many people, how many months (SPEC section 3).
 *
 * @param agency who is responsible in the regency; "" when nobody is named
 * @param start the first month
 * @param months how many, before amendments
 * @param quota people; empty = no limit; before amendments
 * @param budget rupiah for the whole programme; empty = none; before amendments
 * @param required what every row must fill
 * @param base the monthly income that a BPU contribution is reckoned from; empty = the lowest band of the rates
 * @param overlapAllowed its people may have a place elsewhere in the same months
 * @param risk the work-accident class of PU, 1 to 5
 * @param rounding of a person's monthly contribution to the rupiah
 * @param wageByPosition the wage in rupiah of a position (upper case), where a row gives none; empty = not used
 * @param profile the outbound layout's name
 * @param retentionMonths how long people are kept after the end
 * @param practice judges and replies as against an empty register and keeps nothing but the archived file
 * @param active false = announced for later
 * @param amendments in order of their days
 * @param source where the promise was read
 * @param sending when its people go to the branch
 */
public record Programme(
        ProgrammeKey key,
        String name,
        String agency,
        Segment segment,
        Group group,
        Funding funding,
        Set<Protection> protections,
        YearMonth start,
        int months,
        OptionalInt quota,
        Optional<BigDecimal> budget,
        AgeRange age,
        Set<Field> required,
        IntakeMode mode,
        Optional<BigDecimal> base,
        boolean overlapAllowed,
        int risk,
        RoundingMode rounding,
        Map<String, BigDecimal> wageByPosition,
        String profile,
        int retentionMonths,
        String contact,
        boolean practice,
        boolean active,
        List<Amendment> amendments,
        String source,
        Sending sending) {

    /** One whose people go to the branch every night. */
    public Programme(
            ProgrammeKey key,
            String name,
            String agency,
            Segment segment,
            Group group,
            Funding funding,
            Set<Protection> protections,
            YearMonth start,
            int months,
            OptionalInt quota,
            Optional<BigDecimal> budget,
            AgeRange age,
            Set<Field> required,
            IntakeMode mode,
            Optional<BigDecimal> base,
            boolean overlapAllowed,
            int risk,
            RoundingMode rounding,
            Map<String, BigDecimal> wageByPosition,
            String profile,
            int retentionMonths,
            String contact,
            boolean practice,
            boolean active,
            List<Amendment> amendments,
            String source) {
        this(
                key,
                name,
                agency,
                segment,
                group,
                funding,
                protections,
                start,
                months,
                quota,
                budget,
                age,
                required,
                mode,
                base,
                overlapAllowed,
                risk,
                rounding,
                wageByPosition,
                profile,
                retentionMonths,
                contact,
                practice,
                active,
                amendments,
                source,
                Sending.NIGHTLY);
    }

    public Programme {
        if (months < 1) {
            throw new IllegalArgumentException(key + ": months must be 1 or more, found " + months);
        }
        if (protections.isEmpty()) {
            throw new IllegalArgumentException(key + ": a programme protects against something");
        }
        if (risk < 1 || risk > 5) {
            throw new IllegalArgumentException(key + ": risk is a class from 1 to 5, found " + risk);
        }
        protections = Set.copyOf(protections);
        required = Set.copyOf(required);
        wageByPosition = Map.copyOf(wageByPosition);
        amendments = amendments.stream()
                .sorted(Comparator.comparing(Amendment::from))
                .toList();
    }

    /** The wage of a position, letter case apart; empty when the programme sets none for it. */
    public Optional<BigDecimal> findWageOf(String position) {
        return Optional.ofNullable(wageByPosition.get(position.toUpperCase(Locale.ROOT)));
    }

    /** The protections in the order in which files name them. */
    public Set<Protection> orderedProtections() {
        return EnumSet.copyOf(protections);
    }

    public OptionalInt quotaOn(LocalDate day) {
        OptionalInt current = quota;
        for (Amendment amendment : amendments) {
            if (!amendment.from().isAfter(day) && amendment.quota().isPresent()) {
                current = amendment.quota();
            }
        }
        return current;
    }

    public Optional<BigDecimal> budgetOn(LocalDate day) {
        Optional<BigDecimal> current = budget;
        for (Amendment amendment : amendments) {
            if (!amendment.from().isAfter(day) && amendment.budget().isPresent()) {
                current = amendment.budget();
            }
        }
        return current;
    }

    /**
     * The last month of protection as it stands on that day. Fewer months than were promised end nobody's (SPEC section 3,
     * amendments).
     */
    public YearMonth endOn(LocalDate day) {
        int most = months;
        for (Amendment amendment : amendments) {
            if (!amendment.from().isAfter(day) && amendment.months().isPresent()) {
                most = Math.max(most, amendment.months().getAsInt());
            }
        }
        return start.plusMonths(most - 1L);
    }

    /** Whether people may still come in on that day: before the start already, after the last month no more. */
    public boolean isTakingOn(LocalDate day) {
        int current = months;
        for (Amendment amendment : amendments) {
            if (!amendment.from().isAfter(day) && amendment.months().isPresent()) {
                current = amendment.months().getAsInt();
            }
        }
        return !YearMonth.from(day).isAfter(start.plusMonths(current - 1L));
    }

    /** Whether drops are taken on that day. */
    public boolean isOpenOn(LocalDate day) {
        return active && (practice || isTakingOn(day));
    }

    /** Whether both protect somebody in the same month, as both stand on that day. */
    public boolean overlaps(Programme other, LocalDate day) {
        return !start.isAfter(other.endOn(day)) && !other.start.isAfter(endOn(day));
    }

    /** How many months of protection are left for who begins in that month, as it stands on that day; 0 when over. */
    public int monthsFrom(YearMonth month, LocalDate day) {
        YearMonth first = month.isBefore(start) ? start : month;
        YearMonth end = endOn(day);
        return first.isAfter(end) ? 0 : (int) first.until(end, java.time.temporal.ChronoUnit.MONTHS) + 1;
    }

    /**
     * The same promise with other terms, which hold on every day; what is empty stays as it is on that day.
     *
     * @param otherMonths from the start on
     */
    public Programme under(
            LocalDate day,
            OptionalInt otherQuota,
            Optional<BigDecimal> otherBudget,
            Optional<AgeRange> otherAge,
            OptionalInt otherMonths) {
        int monthsNow = (int) start.until(endOn(day), java.time.temporal.ChronoUnit.MONTHS) + 1;
        return with(
                otherMonths.orElse(monthsNow),
                otherQuota.isPresent() ? otherQuota : quotaOn(day),
                otherBudget.or(() -> budgetOn(day)),
                otherAge.orElse(age),
                List.of());
    }

    /** The same promise to whoever comes: neither quota nor budget, now or later; its months stay as they are. */
    public Programme withoutLimits() {
        return with(
                months,
                OptionalInt.empty(),
                Optional.empty(),
                age,
                amendments.stream()
                        .map(amendment -> new Amendment(
                                amendment.from(), OptionalInt.empty(), Optional.empty(), amendment.months()))
                        .toList());
    }

    private Programme with(
            int otherMonths,
            OptionalInt otherQuota,
            Optional<BigDecimal> otherBudget,
            AgeRange otherAge,
            List<Amendment> otherAmendments) {
        return new Programme(
                key,
                name,
                agency,
                segment,
                group,
                funding,
                protections,
                start,
                otherMonths,
                otherQuota,
                otherBudget,
                otherAge,
                required,
                mode,
                base,
                overlapAllowed,
                risk,
                rounding,
                wageByPosition,
                profile,
                retentionMonths,
                contact,
                practice,
                active,
                otherAmendments,
                source,
                sending);
    }
}
