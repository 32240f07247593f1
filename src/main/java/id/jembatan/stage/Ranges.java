package id.jembatan.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Rising numbers as the journal writes them: {@code 3,17-18}. A list's rows mostly follow one another. */
final class Ranges {

    private final StringBuilder text = new StringBuilder();
    private long first;
    private long last;
    private boolean begun;

    static String of(List<Long> numbers) {
        Ranges ranges = new Ranges();
        numbers.forEach(ranges::add);
        return ranges.toString();
    }

    void add(long number) {
        if (begun && number == last + 1) {
            last = number;
            return;
        }
        write();
        first = number;
        last = number;
        begun = true;
    }

    private void write() {
        if (begun) {
            text.append(text.length() == 0 ? "" : ",").append(first);
            if (last > first) {
                text.append('-').append(last);
            }
        }
        begun = false;
    }

    /** Ends the writing: no more may be added. */
    @Override
    public String toString() {
        write();
        return text.toString();
    }

    /** The numbers again, one at a time. */
    static PrimitiveIterator.OfLong read(String text) {
        return Stream.of(text.split(","))
                .filter(part -> !part.isEmpty())
                .flatMapToLong(part -> {
                    int dash = part.indexOf('-');
                    return dash < 0
                            ? LongStream.of(Long.parseLong(part))
                            : LongStream.rangeClosed(
                                    Long.parseLong(part.substring(0, dash)), Long.parseLong(part.substring(dash + 1)));
                })
                .iterator();
    }

    static List<Long> list(String text) {
        List<Long> numbers = new ArrayList<>();
        read(text).forEachRemaining((long number) -> numbers.add(number));
        return numbers;
    }
}
