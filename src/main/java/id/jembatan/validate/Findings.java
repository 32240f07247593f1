package id.jembatan.validate;

import id.jembatan.domain.Field;
import id.jembatan.domain.Finding;
import id.jembatan.domain.FindingCode;
import id.jembatan.domain.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** What the rules have said of one row so far. A finding that an earlier one silences is not taken. */
final class Findings {
    private static final Comparator<Finding> CATALOGUE =
            Comparator.comparing(Finding::code).thenComparing(Finding::field);

    private final List<Finding> found = new ArrayList<>(4);
    private final EnumSet<FindingCode> silenced = EnumSet.noneOf(FindingCode.class);

    void add(FindingCode code) {
        add(Finding.of(code));
    }

    void add(FindingCode code, String detail) {
        add(Finding.of(code, detail));
    }

    void add(FindingCode code, Severity severity) {
        Field field = code.field().orElse(Field.NIK);
        add(new Finding(code, severity, field, ""));
    }

    void add(Finding finding) {
        if (!silenced.contains(finding.code())) {
            found.add(finding);
            silenced.addAll(Precedence.silencedBy(finding.code()));
        }
    }

    boolean hasError() {
        for (Finding finding : found) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }

    /** All of them, in the catalogue's order. */
    List<Finding> list() {
        if (found.size() > 1) {
            found.sort(CATALOGUE);
        }
        return List.copyOf(found);
    }
}
