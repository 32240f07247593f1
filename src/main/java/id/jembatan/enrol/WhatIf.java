package id.jembatan.enrol;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.EnrolmentLedger;
import id.jembatan.domain.EnrolmentLedger.Waiting;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Programme;
import id.jembatan.domain.WhatIfAnswer;
import id.jembatan.domain.WhatIfAnswer.Fate;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Who of those that wait would come in under other terms, in the order of the queue; nothing is changed. */
public final class WhatIf {

    private final Agreements agreements;
    private final Contributions contributions;
    private final Programme programme;
    private final LocalDate day;

    /**
     * As on a day.
     *
     * @param programme under the terms that are asked about
     */
    public WhatIf(Agreements agreements, Contributions contributions, Programme programme, LocalDate day) {
        this.agreements = agreements;
        this.contributions = contributions;
        this.programme = programme;
        this.day = day;
    }

    /**
     * Asks.
     *
     * @param each told of everybody who waits, by the id of the row, in the order of the queue
     */
    public WhatIfAnswer ask(EnrolmentLedger ledger, BiConsumer<Long, Fate> each) {
        PlaceReckoner reckoner = new PlaceReckoner(programme, contributions, day);
        ledger.forEachPlaced(reckoner.counting());
        Promotion promotion = new Promotion(agreements, contributions, programme, day);
        PlaceReckoner.Room room = reckoner.room();
        Map<Fate, Long> fates = new EnumMap<>(Fate.class);
        boolean[] full = {false};
        ledger.walkWaiting(waiting -> {
            Fate fate = fate(promotion, waiting);
            if (fate == Fate.COMES_IN && (full[0] || !room.take(waiting.base()))) {
                full[0] = true; // nobody overtakes
                fate = Fate.NO_PLACE;
            }
            fates.merge(fate, 1L, Long::sum);
            each.accept(waiting.rowId(), fate);
            return true;
        });
        return new WhatIfAnswer(reckoner.places(ledger.countWaiting()), fates);
    }

    private static Fate fate(Promotion promotion, Waiting waiting) {
        if (promotion.isHeldElsewhere(waiting)) {
            return Fate.HELD_ELSEWHERE;
        }
        return promotion.mayCome(waiting) ? Fate.COMES_IN : Fate.AGE;
    }
}
