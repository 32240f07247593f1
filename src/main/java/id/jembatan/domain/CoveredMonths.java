package id.jembatan.domain;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How many people a programme covers month by month, and what they cost, as it is known now: whom its contribution lists
 * count (SPEC section 8), reckoned from the same groups as {@link PlaceReckoner}. Grows with the months, never with the
 * people.
 */
public final class CoveredMonths {

    private final Programme programme;
    private final Contributions contributions;
    private final YearMonth last;
    private final Map<YearMonth, Month> months = new TreeMap<>();

    /**
     * To count the people of a programme.
     *
     * @param last the latest month that is reckoned; never after the programme's own
     */
    public CoveredMonths(Programme programme, Contributions contributions, YearMonth last) {
        this.programme = programme;
        this.contributions = contributions;
        this.last = last;
    }

    /**
     * One month.
     *
     * @param joined of the people, who were not covered in the month before
     * @param left who were covered in the month before and no longer are
     * @param cost of the people in the month
     */
    public record Month(YearMonth month, long people, long joined, long left, Contribution cost) {

        private static Month empty(YearMonth month) {
            return new Month(month, 0, 0, 0, Contribution.NONE);
        }

        private Month plus(long morePeople, long moreJoined, long moreLeft, Contribution more) {
            return new Month(month, people + morePeople, joined + moreJoined, left + moreLeft, cost.plus(more));
        }
    }

    /** Counts whoever was sent to the branch; who is still staged is covered by nobody yet. */
    public Consumer<PlacedGroup> counting() {
        return group -> group.sentMonth().ifPresent(sent -> count(group, later(sent, programme.start())));
    }

    private void count(PlacedGroup group, YearMonth first) {
        Optional<YearMonth> ended = group.endedMonth();
        if (ended.filter(first::isAfter).isPresent()) {
            return;
        }
        YearMonth to = ended.filter(month -> month.isBefore(last)).orElse(last);
        for (YearMonth month = first; !month.isAfter(to); month = month.plusMonths(1)) {
            Contribution cost =
                    contributions.monthly(programme, group.base(), month).times(group.people());
            add(month, group.people(), month.equals(first) ? group.people() : 0, 0, cost);
        }
        ended.map(month -> month.plusMonths(1))
                .filter(month -> !month.isAfter(last))
                .ifPresent(month -> add(month, 0, 0, group.people(), Contribution.NONE));
    }

    private void add(YearMonth month, long people, long joined, long left, Contribution cost) {
        months.put(month, months.getOrDefault(month, Month.empty(month)).plus(people, joined, left, cost));
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isBefore(other) ? other : one;
    }

    /** Every month from the programme's first to the last; none before it begins. */
    public List<Month> list() {
        List<Month> all = new ArrayList<>();
        for (YearMonth month = programme.start(); !month.isAfter(last); month = month.plusMonths(1)) {
            all.add(months.getOrDefault(month, Month.empty(month)));
        }
        return all;
    }
}
