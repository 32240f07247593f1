package id.jembatan.demo;

import java.time.LocalDate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** What stands in one cell of a list; numbers and days are of another kind than text only in a spreadsheet. */
sealed interface ListCell {

    static ListCell empty() {
        return new Text("");
    }

    /** Exactly these characters. */
    record Text(String text) implements ListCell {}

    /** A numeric cell. */
    record Numeric(long number) implements ListCell {}

    /** A date cell. */
    record Day(LocalDate day) implements ListCell {}

    default <R> R fold(Function<String, R> text, LongFunction<R> number, Function<LocalDate, R> day) {
        if (this instanceof Text written) {
            return text.apply(written.text());
        }
        return this instanceof Numeric counted ? number.apply(counted.number()) : day.apply(((Day) this).day());
    }

    /** For writers to whom an empty cell is no cell. */
    default void hand(Consumer<String> text, LongConsumer number, Consumer<LocalDate> day) {
        if (this instanceof Numeric counted) {
            number.accept(counted.number());
        } else if (this instanceof Day dated) {
            day.accept(dated.day());
        } else if (!isEmpty()) {
            text.accept(((Text) this).text());
        }
    }

    default boolean isEmpty() {
        return equals(empty());
    }
}
