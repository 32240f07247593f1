package id.jembatan.pipeline;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowPlace;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts the rows of each cause; a row counts once under a cause, however many findings follow from it. Not thread-safe. */
final class CauseTally {

    private final Map<String, Seen> causes = new TreeMap<>();

    /** A cause, and between which positions of the drop its rows lie. */
    private record Seen(Cause cause, long first, long last) {

        Seen plus(Seen other) {
            Seen earlier = first <= other.first ? this : other;
            Seen later = last >= other.last ? this : other;
            return new Seen(
                    new Cause(
                            cause.root(),
                            plainer(cause.root(), cause.code(), other.cause.code()),
                            cause.rows() + other.cause.rows(),
                            earlier.cause.first(),
                            later.cause.last(),
                            earlier.cause.field()),
                    earlier.first,
                    later.last);
        }
    }

    /** The finding that tells the common mistake, where it was said; else the gravest. */
    private static Optional<FindingCode> plainer(
            Optional<RootCause> root, Optional<FindingCode> a, Optional<FindingCode> b) {
        Comparator<FindingCode> told = Comparator.comparing(
                code -> root.flatMap(RootCause::code).filter(code::equals).isEmpty());
        Comparator<FindingCode> order =
                told.thenComparing(FindingCode::severity).thenComparing(Comparator.naturalOrder());
        return Stream.of(a, b).flatMap(Optional::stream).min(order);
    }

    /**
     * Counts one row.
     *
     * @param roots which of the findings follow from a common mistake
     * @param shown a common mistake that the row shows without a finding
     */
    void add(
            long position,
            RowPlace place,
            List<Finding> found,
            Map<FindingCode, RootCause> roots,
            Optional<RootCause> shown) {
        Map<String, Cause> ofRow = new HashMap<>();
        for (Finding finding : found) {
            Optional<RootCause> root = Optional.ofNullable(roots.get(finding.code()));
            Field field = root.map(RootCause::field).orElse(finding.field());
            count(ofRow, new Cause(root, finding.code(), 1, place, place, field));
        }
        shown.ifPresent(root -> count(ofRow, new Cause(shown, Optional.empty(), 1, place, place, root.field())));
        ofRow.forEach((key, cause) -> causes.merge(key, new Seen(cause, position, position), Seen::plus));
    }

    /** However many findings of a row follow from a cause, the row counts once. */
    private static void count(Map<String, Cause> ofRow, Cause one) {
        ofRow.merge(
                one.name(),
                one,
                (a, b) ->
                        new Cause(a.root(), plainer(a.root(), a.code(), b.code()), 1, a.first(), a.last(), a.field()));
    }

    void add(CauseTally other) {
        other.causes.forEach((key, seen) -> causes.merge(key, seen, Seen::plus));
    }

    List<Cause> list() {
        return causes.values().stream().map(Seen::cause).toList();
    }
}
