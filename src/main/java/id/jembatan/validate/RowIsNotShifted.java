package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.ROW_SHIFTED;

/** A cell beyond the last header means that the cells before it stand in the wrong columns. */
final class RowIsNotShifted implements Rule {

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().shifted()) {
            findings.add(ROW_SHIFTED);
        }
    }
}
