package id.jembatan.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * How many places a programme has left, by people and by money, as it stands on a day (SPEC sections 3 and 6). Money is
 * committed from the month of a person's batch, before it from the current month, to the programme's end, each month at
 * its own rate.
 */
public final class PlaceReckoner {

    private final Programme programme;
    private final Contributions contributions;
    private final LocalDate day;
    private final YearMonth end;

    private long used;
    private BigDecimal monthly = BigDecimal.ZERO;
    private BigDecimal committed = BigDecimal.ZERO;

    public PlaceReckoner(Programme programme, Contributions contributions, LocalDate day) {
        this.programme = programme;
        this.contributions = contributions;
        this.day = day;
        this.end = programme.endOn(day);
    }

    /** Counts people who have a place, and the money of those who had one. */
    public Consumer<PlacedGroup> counting() {
        return group -> {
            committed = committed.add(cost(group).times(group.people()).total());
            if (group.endedMonth().isEmpty()) {
                used += group.people();
                monthly = monthly.add(contributions
                        .monthly(programme, group.base(), current())
                        .times(group.people())
                        .total());
            }
        };
    }

    /** Who ended counts to the month of the end: those months were sent, and are to be paid. */
    private Contribution cost(PlacedGroup group) {
        return cost(
                group.base(),
                group.sentMonth(),
                group.endedMonth().filter(month -> month.isBefore(end)).orElse(end));
    }

    /** What one person costs to the programme's end. */
    public Contribution cost(BigDecimal base, Optional<YearMonth> sentMonth) {
        return cost(base, sentMonth, end);
    }

    private Contribution cost(BigDecimal base, Optional<YearMonth> sentMonth, YearMonth last) {
        YearMonth from = sentMonth.orElseGet(this::current);
        return contributions.over(programme, base, later(from, programme.start()), last);
    }

    /** Rupiah that nobody is promised yet; empty without a budget. */
    public Optional<BigDecimal> moneyLeft() {
        return programme.budgetOn(day).map(budget -> budget.subtract(committed));
    }

    /** People that the quota still has room for; empty without a quota. */
    public OptionalLong roomByQuota() {
        OptionalInt quota = programme.quotaOn(day);
        return quota.isPresent() ? OptionalLong.of(Math.max(0, quota.getAsInt() - used)) : OptionalLong.empty();
    }

    /** People that the budget still pays for, where all cost the same; empty without a budget, and in PU. */
    public OptionalLong roomByBudget() {
        Optional<BigDecimal> left = moneyLeft();
        if (left.isEmpty() || programme.segment() == Segment.PU) {
            return OptionalLong.empty();
        }
        Optional<BigDecimal> base = contributions.findBase(programme, Optional.empty(), "", current());
        if (base.isEmpty()) {
            return OptionalLong.empty();
        }
        BigDecimal each = cost(base.get(), Optional.empty()).total();
        if (each.signum() == 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                Math.max(0, left.get().divide(each, 0, RoundingMode.FLOOR).longValueExact()));
    }

    /** Whether only a walk over the people can tell who fits, because each costs something else. */
    public boolean costsDiffer() {
        return programme.segment() == Segment.PU && programme.budgetOn(day).isPresent();
    }

    /** The room that is left now, to be taken person by person. */
    public Room room() {
        return new Room(roomByQuota(), moneyLeft());
    }

    /** Room that shrinks as it is taken; not thread-safe. */
    public final class Room {

        private final OptionalLong people;
        private final Optional<BigDecimal> money;
        private long taken;
        private BigDecimal spent = BigDecimal.ZERO;

        private Room(OptionalLong people, Optional<BigDecimal> money) {
            this.people = people;
            this.money = money;
        }

        /** Takes a place for one person, if quota and budget still have it. */
        public boolean take(BigDecimal base) {
            if (!has(base)) {
                return false;
            }
            taken++;
            spent = spent.add(cost(base, Optional.empty()).total());
            return true;
        }

        /** Whether there is a place for one person. */
        public boolean has(BigDecimal base) {
            if (people.isPresent() && taken >= people.getAsLong()) {
                return false;
            }
            BigDecimal after = spent.add(cost(base, Optional.empty()).total());
            return money.isEmpty() || after.compareTo(money.get()) <= 0;
        }
    }

    /** The places as they stand with everybody who has been counted. */
    public Places places(long waiting) {
        OptionalInt quota = programme.quotaOn(day);
        return new Places(
                quota.isPresent() ? OptionalLong.of(quota.getAsInt()) : OptionalLong.empty(),
                used,
                waiting,
                lower(roomByQuota(), roomByBudget()),
                monthly,
                committed,
                programme.budgetOn(day));
    }

    /** The lower of two bounds, either of which may be absent. */
    public static OptionalLong lower(OptionalLong a, OptionalLong b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() ? b : a;
        }
        return OptionalLong.of(Math.min(a.getAsLong(), b.getAsLong()));
    }

    private YearMonth current() {
        return later(YearMonth.from(day), programme.start());
    }

    private static YearMonth later(YearMonth a, YearMonth b) {
        return a.isBefore(b) ? b : a;
    }
}
