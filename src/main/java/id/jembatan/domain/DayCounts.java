package id.jembatan.domain;

import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** How many people waited how many days: grows with the days, never with the people. */
public final class DayCounts {

    private final Map<Long, Long> peopleByDays = new TreeMap<>();
    private long people;

    /**
     * Counts people.
     *
     * @param days how long each of them waited, 0 or more
     */
    public void add(long days, long count) {
        peopleByDays.merge(days, count, Long::sum);
        people += count;
    }

    /** Counts all that another counted. */
    public void add(DayCounts other) {
        other.peopleByDays.forEach(this::add);
    }

    public long people() {
        return people;
    }

    /**
     * Within how many days that part of the people was served.
     *
     * @param tenths of the people, 1 to 10: 5 is the median
     * @return empty for nobody
     */
    public OptionalLong within(int tenths) {
        long reached = 0;
        for (Map.Entry<Long, Long> each : peopleByDays.entrySet()) {
            reached += each.getValue();
            if (reached * 10 >= people * tenths) {
                return OptionalLong.of(each.getKey());
            }
        }
        return OptionalLong.empty();
    }
}
