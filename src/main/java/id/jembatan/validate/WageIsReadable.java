package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.WAGE_UNREADABLE;

import id.jembatan.domain.Programme;
import id.jembatan.domain.Segment;
import id.jembatan.domain.Severity;

/** In PU the contribution hangs on the wage; elsewhere it is only left empty. */
final class WageIsReadable implements Rule {
    private final Severity severity;

    WageIsReadable(Programme programme) {
        this.severity = programme.segment() == Segment.PU ? Severity.ERROR : Severity.WARNING;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (subject.draft().wage().isUnreadable()) {
            findings.add(WAGE_UNREADABLE, severity);
        }
    }
}
