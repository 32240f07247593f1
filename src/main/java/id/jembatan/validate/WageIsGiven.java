package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.WAGE_MISSING;

import id.jembatan.domain.Field;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Segment;

/**
 * Contributions of wage earners are reckoned from the wage, or, where the programme says so, from the position's (PP
 * 44/2015).
 */
final class WageIsGiven implements Rule {
    private final Programme programme;
    private final boolean asked;

    WageIsGiven(Programme programme) {
        this.programme = programme;
        this.asked = programme.segment() == Segment.PU || programme.required().contains(Field.WAGE);
    }

    @Override
    public void check(Subject subject, Findings findings) {
        if (asked
                && subject.draft().wage().isEmpty()
                && programme.findWageOf(subject.text(Field.POSITION)).isEmpty()) {
            findings.add(WAGE_MISSING);
        }
    }
}
