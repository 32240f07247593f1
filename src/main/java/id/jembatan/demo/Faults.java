package id.jembatan.demo;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each fault befalls a list, in cases for a thousand good rows; faulty rows come on top of the good ones.
 *
 * @param perMille by fault; absent = never
 * @param slipsPerMille how often a cell is written oddly without keeping anybody out
 */
public record Faults(Map<Fault, Integer> perMille, int slipsPerMille) {

    public Faults {
        perMille = Map.copyOf(perMille);
    }

    /** Nothing wrong and nothing odd. */
    public static Faults none() {
        return new Faults(Map.of(), 0);
    }

    /**
     * About one row in fourteen is kept out and one in fifty stands twice; in one published list of life 184 of 1,800
     * were not paid for.
     */
    public static Faults usual() {
        return new Faults(
                Map.ofEntries(
                        Map.entry(Fault.NIK_ROUNDED, 6),
                        Map.entry(Fault.NIK_FIFTEEN_DIGITS, 7),
                        Map.entry(Fault.NIK_SCIENTIFIC, 3),
                        Map.entry(Fault.NIK_FILLER, 4),
                        Map.entry(Fault.NIK_FAMILY_CARD, 5),
                        Map.entry(Fault.NIK_NOT_KNOWN, 5),
                        Map.entry(Fault.BIRTH_DATE_EMPTY, 6),
                        Map.entry(Fault.BIRTH_DATE_UNREADABLE, 3),
                        Map.entry(Fault.OVER_65, 24),
                        Map.entry(Fault.UNDER_18, 5),
                        Map.entry(Fault.NAME_EMPTY, 2),
                        Map.entry(Fault.NOT_WORKING, 12),
                        Map.entry(Fault.WAGE_EMPTY, 6),
                        Map.entry(Fault.SHIFTED_ROW, 2),
                        Map.entry(Fault.SAME_PERSON_TWICE, 20),
                        Map.entry(Fault.TWO_PEOPLE_ONE_NIK, 2)),
                30);
    }

    /** Odd spellings as usual, but nobody is kept out. */
    Faults slipsOnly() {
        return new Faults(Map.of(), slipsPerMille);
    }

    /** The cases in a list of so many good rows; the same fault twice as often in a list twice as long. */
    Map<Fault, Long> casesFor(Calling calling, long goodRows) {
        Map<Fault, Long> cases = new EnumMap<>(Fault.class);
        perMille.forEach((fault, rate) -> {
            if (fault.canBefall(calling) && goodRows > 0) {
                cases.put(fault, (goodRows * rate + 500) / 1000);
            }
        });
        return cases;
    }
}
