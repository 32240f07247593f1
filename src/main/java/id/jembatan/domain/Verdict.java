package id.jembatan.domain;

import java.util.List;
import java.util.function.Function;

/** What the rules say of one row, all of it at once. */
public sealed interface Verdict<T> {

    List<Finding> findings();

    /** It may enter; the findings are warnings and notes. */
    record Passed<T>(T value, List<Finding> findings) implements Verdict<T> {
        public Passed {
            findings = List.copyOf(findings);
        }
    }

    /** It may not; at least one finding is an error. */
    record Rejected<T>(List<Finding> findings) implements Verdict<T> {
        public Rejected {
            findings = List.copyOf(findings);
            if (findings.stream().noneMatch(Finding::isError)) {
                throw new IllegalArgumentException("a rejection needs an error");
            }
        }
    }

    default <R> R fold(Function<Passed<T>, R> passed, Function<Rejected<T>, R> rejected) {
        return this instanceof Passed<T> it ? passed.apply(it) : rejected.apply((Rejected<T>) this);
    }
}
