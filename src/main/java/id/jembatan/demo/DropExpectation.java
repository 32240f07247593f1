package id.jembatan.demo;

import id.jembatan.domain.FindingCode;
import java.util.Optional;

/**
 * What must become of a drop of the demo, known from how it was made.
 *
 * @param refused the whole file is refused for this; then it has no rows
 * @param seen the same bytes came before; its rows are those of then
 * @param fresh rows ACCEPTED or WAITLISTED: how many of each, the programme's places decide
 */
public record DropExpectation(
        Optional<FindingCode> refused,
        boolean seen,
        long fresh,
        long updated,
        long unchanged,
        long duplicate,
        long covered,
        long review,
        long rejected) {

    static DropExpectation refused(FindingCode code) {
        return new DropExpectation(Optional.of(code), false, 0, 0, 0, 0, 0, 0, 0);
    }

    DropExpectation again() {
        return new DropExpectation(refused, true, fresh, updated, unchanged, duplicate, covered, review, rejected);
    }

    public long rows() {
        return fresh + updated + unchanged + duplicate + covered + review + rejected;
    }
}
