package id.jembatan.enrol;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.EnrolmentLedger.Waiting;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Programme;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * Who waits longest gets the next free place. Passed over, and still waiting, is who has a place elsewhere meanwhile or
 * whose age no longer fits; nobody else is overtaken (SPEC section 6).
 */
final class Promotion {

    private static final int AT_A_TIME = 1_000;

    private final Agreements agreements;
    private final Programme programme;
    private final LocalDate day;
    private final PlaceReckoner reckoner;

    Promotion(Agreements agreements, Contributions contributions, Programme programme, LocalDate day) {
        this.agreements = agreements;
        this.programme = programme;
        this.day = day;
        this.reckoner = new PlaceReckoner(programme, contributions, day);
    }

    void promote(EnrolmentLedger ledger) {
        ledger.forEachPlaced(reckoner.counting());
        PlaceReckoner.Room room = reckoner.room();
        List<Long> promoted = new ArrayList<>();
        List<Long> passed = new ArrayList<>();
        ledger.walkWaiting(waiting -> {
            if (!mayCome(waiting)) {
                if (!waiting.passed() && isHeldElsewhere(waiting) && room.has(waiting.base())) {
                    passed.add(waiting.rowId());
                }
                return true;
            }
            if (!room.take(waiting.base())) {
                return false;
            }
            promoted.add(waiting.rowId());
            if (promoted.size() == AT_A_TIME) {
                ledger.promote(promoted, day);
                promoted.clear();
            }
            if (passed.size() == AT_A_TIME) {
                ledger.passOver(passed, day);
                passed.clear();
            }
            return true;
        });
        ledger.passOver(passed, day);
        ledger.promote(promoted, day);
    }

    /** Whether the person may come in, if there is a place. */
    boolean mayCome(Waiting waiting) {
        return !isHeldElsewhere(waiting) && fitsByAge(waiting);
    }

    boolean isHeldElsewhere(Waiting waiting) {
        return waiting.heldBy().stream()
                .filter(key -> !key.equals(programme.key()))
                .flatMap(key -> agreements.findCovering(programme.key().regency(), key).stream())
                .anyMatch(other ->
                        programme.overlaps(other, day) && !programme.overlapAllowed() && !other.overlapAllowed());
    }

    private boolean fitsByAge(Waiting waiting) {
        return waiting.birthDate()
                .map(birth -> Period.between(birth, day).getYears())
                .filter(age -> programme.age().isBelow(age) || programme.age().isAbove(age))
                .isEmpty();
    }
}
