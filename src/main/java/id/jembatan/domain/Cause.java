package id.jembatan.domain;

import java.util.Optional;

/**
 * Why rows of a drop have findings, or are not what their columns say: a mistake that is common to them, or else the
 * finding itself.
 *
 * @param root the common mistake; empty where the code is its own cause
 * @param code the finding; with a common mistake the one that tells it, else the gravest; empty where no finding tells it
 * @param rows how many rows
 * @param first the first of them, as the example
 * @param last the last of them
 * @param field the field of the first finding
 */
public record Cause(
        Optional<RootCause> root, Optional<FindingCode> code, long rows, RowPlace first, RowPlace last, Field field) {

    public Cause {
        if (root.isEmpty() && code.isEmpty()) {
            throw new IllegalArgumentException("a cause is a common mistake or a finding");
        }
    }

    /** A finding, by itself or by the common mistake that it follows from. */
    public Cause(Optional<RootCause> root, FindingCode code, long rows, RowPlace first, RowPlace last, Field field) {
        this(root, Optional.of(code), rows, first, last, field);
    }

    /** What no finding tells stops nothing, and asks somebody to look. */
    public Severity severity() {
        return code.map(FindingCode::severity).orElse(Severity.WARNING);
    }

    /** The common mistake, where rows share it: one row alone shares it with nobody; that it has slipped must be said all the same. */
    public Optional<RootCause> common() {
        return root.filter(it -> rows > 1 || it == RootCause.ROWS_SHIFTED);
    }

    /** Whether the rows stand together without a gap: a block that slipped. */
    public boolean isBlock() {
        return rows > 1 && first.sheet().equals(last.sheet()) && last.row() - first.row() + 1 == rows;
    }

    @Override
    public String toString() {
        return name() + ": " + rows;
    }

    /** The common mistake's, else the finding's. */
    public String name() {
        return root.map(Enum::name).orElseGet(() -> code.orElseThrow().name());
    }
}
