package id.jembatan.domain;

import java.util.Optional;

/**
 * Why rows of a drop have findings: a mistake that is common to them, or else the finding itself.
 *
 * @param root the common mistake; empty where the code is its own cause
 * @param code the finding; with a common mistake the one that tells it, else the gravest
 * @param rows how many rows
 * @param first the first of them, as the example
 * @param last the last of them
 * @param field the field of the first finding
 */
public record Cause(Optional<RootCause> root, FindingCode code, long rows, RowPlace first, RowPlace last, Field field) {

    /** Whether the rows stand together without a gap: a block that slipped. */
    public boolean isBlock() {
        return rows > 1 && first.sheet().equals(last.sheet()) && last.row() - first.row() + 1 == rows;
    }

    @Override
    public String toString() {
        return root.map(Enum::name).orElse(code.name()) + ": " + rows;
    }
}
