package id.jembatan.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The rows of one list: every good person of its cohorts in order, and between them exactly so many faulty cases as
 * were asked for, at places that chance chooses. Remembers the last few people only.
 */
final class MixedRows implements Iterator<ListRow> {

    private static final int REMEMBERED = 40;

    private final List<Cohort> cohorts;
    private final Typist typist;
    private final Spoiler spoiler;
    private final InventedPeople strangers;
    private final Dice dice;
    private final Map<Fault, Long> casesLeft;
    private final Deque<InventedPerson> recent = new ArrayDeque<>();
    private final Deque<ListRow> waiting = new ArrayDeque<>();
    private long stranger;
    private long goodLeft;
    private int cohort;
    private long index;

    /**
     * @param strangers the people of faulty rows
     * @param firstStranger their first ordinal; none of them may be in a cohort
     */
    MixedRows(
            ListStyle style,
            List<Cohort> cohorts,
            Faults faults,
            InventedPeople strangers,
            long firstStranger,
            Dice dice) {
        this.cohorts = List.copyOf(cohorts);
        this.typist = new Typist(style, faults.slipsPerMille());
        this.spoiler = new Spoiler(style, typist);
        this.strangers = strangers;
        this.stranger = firstStranger;
        this.dice = dice;
        this.goodLeft = cohorts.stream().mapToLong(Cohort::size).sum();
        this.casesLeft = new EnumMap<>(Fault.class);
        casesLeft.putAll(faults.casesFor(strangers.calling(), goodLeft));
    }

    @Override
    public boolean hasNext() {
        return !waiting.isEmpty() || goodLeft > 0 || faultyLeft() > 0;
    }

    @Override
    public ListRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the list is at its end");
        }
        if (waiting.isEmpty()) {
            long chosen = dice.belowLong(goodLeft + faultyLeft());
            if (recent.isEmpty() || chosen < goodLeft) {
                waiting.add(typist.type(nextGood()));
            } else {
                waiting.addAll(nextFaulty(chosen - goodLeft));
            }
        }
        return waiting.remove();
    }

    private InventedPerson nextGood() {
        while (index >= cohorts.get(cohort).size()) {
            cohort++;
            index = 0;
        }
        InventedPerson person = cohorts.get(cohort).get(index++);
        goodLeft--;
        recent.addLast(person);
        if (recent.size() > REMEMBERED) {
            recent.removeFirst();
        }
        return person;
    }

    private List<ListRow> nextFaulty(long chosen) {
        Fault fault = faultAt(chosen);
        casesLeft.merge(fault, -1L, Long::sum);
        if (fault == Fault.SAME_PERSON_TWICE) {
            InventedPerson again = dice.pick(List.copyOf(recent));
            return spoiler.spoil(fault, again, again, dice);
        }
        InventedPerson person = strangers.get(stranger++);
        InventedPerson other = person;
        while (fault == Fault.TWO_PEOPLE_ONE_NIK && !Spoiler.areClearlyDifferent(person, other)) {
            other = strangers.get(stranger++);
        }
        return spoiler.spoil(fault, person, other, dice);
    }

    private Fault faultAt(long chosen) {
        long passed = 0;
        for (Map.Entry<Fault, Long> cases : casesLeft.entrySet()) {
            passed += cases.getValue();
            if (chosen < passed) {
                return cases.getKey();
            }
        }
        throw new IllegalStateException("expected a case below " + passed + ", found " + chosen);
    }

    private long faultyLeft() {
        return casesLeft.values().stream().mapToLong(Long::longValue).sum();
    }
}
