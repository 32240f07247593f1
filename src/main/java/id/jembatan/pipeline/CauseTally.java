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
    private static FindingCode plainer(Optional<RootCause> root, FindingCode a, FindingCode b) {
        Comparator<FindingCode> told = Comparator.comparing(
                code -> root.filter(it -> it.code() == code).isEmpty());
        Comparator<FindingCode> order =
                told.thenComparing(FindingCode::severity).thenComparing(Comparator.naturalOrder());
        return order.compare(a, b) <= 0 ? a : b;
    }

    void add(long position, RowPlace place, List<Finding> found, Map<FindingCode, RootCause> roots) {
        Map<String, Cause> ofRow = new HashMap<>();
        for (Finding finding : found) {
            Optional<RootCause> root = Optional.ofNullable(roots.get(finding.code()));
            Field field = root.map(RootCause::field).orElse(finding.field());
            ofRow.merge(
                    root.map(Enum::name).orElse(finding.code().name()),
                    new Cause(root, finding.code(), 1, place, place, field),
                    (a, b) -> new Cause(root, plainer(root, a.code(), b.code()), 1, place, place, a.field()));
        }
        ofRow.forEach((key, cause) -> causes.merge(key, new Seen(cause, position, position), Seen::plus));
    }

    void add(CauseTally other) {
        other.causes.forEach((key, seen) -> causes.merge(key, seen, Seen::plus));
    }

    List<Cause> list() {
        return causes.values().stream().map(Seen::cause).toList();
    }
}
