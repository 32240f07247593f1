package id.jembatan.pipeline;

import id.jembatan.domain.Cause;
import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.FindingTally;
import id.jembatan.domain.RootCause;
import id.jembatan.domain.RowPlace;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was counted while rows were judged. Chunks are judged by several threads and added up in any order; the example of
 * a code is always the drop's first row that has it. Not thread-safe.
 */
final class ChunkTally {

    private long rows;
    private long faultyNiks;
    private final Map<FindingCode, Example> findings = new EnumMap<>(FindingCode.class);
    private final CauseTally causes = new CauseTally();
    private final Map<Field, Long> changed = new EnumMap<>(Field.class);
    private final Map<String, Long> sectors = new TreeMap<>();

    private record Example(long position, FindingTally tally) {

        Example plus(Example other) {
            return position < other.position
                    ? new Example(position, tally.plus(other.tally))
                    : new Example(other.position, other.tally.plus(tally));
        }
    }

    void add(
            long position,
            String sheet,
            int row,
            Set<Field> changedFields,
            Optional<String> sector,
            List<Finding> found,
            Map<FindingCode, RootCause> roots,
            Optional<RootCause> shown) {
        rows++;
        changedFields.forEach(field -> changed.merge(field, 1L, Long::sum));
        sector.ifPresent(name -> sectors.merge(name, 1L, Long::sum));
        if (found.isEmpty() && shown.isEmpty()) {
            return;
        }
        causes.add(position, new RowPlace(sheet, row), found, roots, shown);
        Set<FindingCode> counted = EnumSet.noneOf(FindingCode.class);
        boolean faultyNik = false;
        for (Finding finding : found) {
            faultyNik |= finding.isError() && finding.code().isOfNationalId();
            if (counted.add(finding.code())) {
                FindingTally one = new FindingTally(1, new RowPlace(sheet, row), finding.field());
                findings.merge(finding.code(), new Example(position, one), Example::plus);
            }
        }
        if (faultyNik) {
            faultyNiks++;
        }
    }

    void add(ChunkTally other) {
        rows += other.rows;
        faultyNiks += other.faultyNiks;
        other.findings.forEach((code, example) -> findings.merge(code, example, Example::plus));
        causes.add(other.causes);
        other.changed.forEach((field, count) -> changed.merge(field, count, Long::sum));
        other.sectors.forEach((sector, count) -> sectors.merge(sector, count, Long::sum));
    }

    long rows() {
        return rows;
    }

    /** Rows with an ERROR on their NIK. */
    long faultyNiks() {
        return faultyNiks;
    }

    Map<FindingCode, FindingTally> findings() {
        Map<FindingCode, FindingTally> tallies = new EnumMap<>(FindingCode.class);
        findings.forEach((code, example) -> tallies.put(code, example.tally()));
        return tallies;
    }

    List<Cause> causes() {
        return causes.list();
    }

    Map<Field, Long> changed() {
        return Map.copyOf(changed);
    }

    Map<String, Long> sectors() {
        return Map.copyOf(sectors);
    }
}
