package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.OCCUPATION_NOT_ELIGIBLE;

import id.jembatan.domain.Field;
import id.jembatan.domain.Group;
import id.jembatan.domain.Programme;

/**
 * A programme for vulnerable workers takes nobody who does not work, and nobody whom another law covers: civil servants,
 * army, police (PP 44/2015).
 */
final class OccupationIsEligible implements Rule {
    private final Occupations occupations;
    private final boolean asked;

    OccupationIsEligible(Programme programme, Occupations occupations) {
        this.occupations = occupations;
        this.asked = programme.group() == Group.VULNERABLE;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        String occupation = subject.text(Field.OCCUPATION);
        if (asked && !occupation.isEmpty()) {
            occupations.findObstacle(occupation).ifPresent(obstacle -> findings.add(OCCUPATION_NOT_ELIGIBLE, obstacle));
        }
    }
}
