package id.jembatan.agreement;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Values that hold from a month on, until the next; the earliest holds for the months before it too. */
record Dated<T>(NavigableMap<YearMonth, T> values) {

    Dated {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("a dated value needs a first month");
        }
        values = Collections.unmodifiableNavigableMap(new TreeMap<>(values));
    }

    T in(YearMonth month) {
        var entry = values.floorEntry(month);
        return entry == null ? values.firstEntry().getValue() : entry.getValue();
    }
}
