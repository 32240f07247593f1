package id.jembatan.validate;

import static id.jembatan.domain.FindingCode.AGE_ABOVE;
import static id.jembatan.domain.FindingCode.AGE_BELOW;

import id.jembatan.domain.AgeRange;
import java.time.LocalDate;
import java.time.Period;

/** Completed years on the day of receipt, against the programme: who turns 66 today is 66. */
final class AgeIsWithinProgramme implements Rule {
    private final AgeRange allowed;
    private final LocalDate received;

    AgeIsWithinProgramme(AgeRange allowed, LocalDate received) {
        this.allowed = allowed;
        this.received = received;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.draft().birthDate().value().ifPresent(birth -> {
            int age = Period.between(birth.date(), received).getYears();
            if (allowed.isBelow(age)) {
                findings.add(AGE_BELOW, Integer.toString(age));
            }
            if (allowed.isAbove(age)) {
                findings.add(AGE_ABOVE, Integer.toString(age));
            }
        });
    }
}
