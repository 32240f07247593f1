package id.jembatan.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What reading and judging one drop found, apart from the people: kept in the log, shown in every reply.
 *
 * @param columns in the file's order, each header text once
 * @param ignored in the file's order
 * @param emptyLines inside the tables
 * @param findings by code
 * @param causes why rows have findings; each finding of a row is counted under one cause, in no order
 * @param changed by field: rows whose value differs from its raw text by more than letter case and outer blanks
 * @param sectors by sector class: rows read
 */
public record DropReading(
        long rows,
        List<Column> columns,
        List<IgnoredLine> ignored,
        long ignoredLines,
        long emptyLines,
        Map<FindingCode, FindingTally> findings,
        List<Cause> causes,
        Map<Field, Long> changed,
        Map<String, Long> sectors) {

    public static final DropReading NONE =
            new DropReading(0, List.of(), List.of(), 0, 0, Map.of(), List.of(), Map.of(), Map.of());

    public DropReading {
        columns = List.copyOf(columns);
        ignored = List.copyOf(ignored);
        findings = Map.copyOf(findings);
        causes = List.copyOf(causes);
        changed = Map.copyOf(changed);
        sectors = Map.copyOf(sectors);
    }

    /** A column of the drop. Header texts of 16 digits in a row are masked. */
    public record Column(String header, Optional<Field> field) {}

    /** With what only the register could tell. */
    public DropReading with(Cause cause) {
        Map<FindingCode, FindingTally> all = new EnumMap<>(FindingCode.class);
        all.putAll(findings);
        all.put(cause.code().orElseThrow(), new FindingTally(cause.rows(), cause.first(), cause.field()));
        List<Cause> allCauses = new ArrayList<>(causes);
        allCauses.add(cause);
        return new DropReading(rows, columns, ignored, ignoredLines, emptyLines, all, allCauses, changed, sectors);
    }

    /** Rows that have a finding of the code. */
    public long rowsWith(FindingCode code) {
        FindingTally tally = findings.get(code);
        return tally == null ? 0 : tally.rows();
    }

    /** The findings in the catalogue's order. */
    public Map<FindingCode, FindingTally> orderedFindings() {
        Map<FindingCode, FindingTally> ordered = new EnumMap<>(FindingCode.class);
        ordered.putAll(findings);
        return ordered;
    }
}
