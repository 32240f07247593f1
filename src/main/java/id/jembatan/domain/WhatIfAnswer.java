package id.jembatan.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Who of those that wait would come in under other terms.
 *
 * @param places as they would stand with everybody who has one now, and before those who come in
 * @param fates how many of those who wait
 */
public record WhatIfAnswer(Places places, Map<Fate, Long> fates) {

    public WhatIfAnswer {
        Map<Fate, Long> copy = new EnumMap<>(Fate.class);
        copy.putAll(fates);
        fates = Collections.unmodifiableMap(copy);
    }

    /** What would become of one who waits. */
    public enum Fate {
        COMES_IN,
        /** The quota or the budget is used up before. */
        NO_PLACE,
        /** Has a place in another programme of the same months. */
        HELD_ELSEWHERE,
        /** Too young or too old on the day. */
        AGE
    }

    public long count(Fate fate) {
        return fates.getOrDefault(fate, 0L);
    }
}
