package id.jembatan.settle;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Places;
import id.jembatan.domain.Programme;
import id.jembatan.domain.SettlementLedger;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Settles one drop of a programme: who is known, who must be looked at, who gets a place (SPEC section 6). Rows get
 * places in file order and nobody overtakes: places that those who wait already would get are kept for them, and from
 * the first row that finds no place on all wait.
 */
public final class Settlement {

    private final Agreements agreements;
    private final Contributions contributions;
    private final Programme programme;
    private final LocalDate day;

    /** To settle drops of the programme that were received on the day. */
    public Settlement(Agreements agreements, Contributions contributions, Programme programme, LocalDate day) {
        this.agreements = agreements;
        this.contributions = contributions;
        this.programme = programme;
        this.day = day;
    }

    /** Gives every row its outcome; returns the places as they stand afterwards. */
    public Places settle(SettlementLedger ledger) {
        ledger.replaceRepaired(new OnePerson());
        ledger.settleRepeated();
        ledger.markLookAlikes(); // as the register stood before this drop
        ledger.decideKnown(new GroupOfOneNik(
                programme, day, key -> agreements.findCovering(programme.key().regency(), key), ledger::caseNumber));
        ledger.place(findFirstWaiting(ledger));
        ledger.settleFreed(new FreedRows(agreements, contributions, day, ledger));
        return reckonPlaces(ledger);
    }

    /** The places as they stand. */
    public Places reckonPlaces(SettlementLedger ledger) {
        return reckon(ledger).places(ledger.countWaiting());
    }

    private PlaceReckoner reckon(SettlementLedger ledger) {
        PlaceReckoner reckoner = new PlaceReckoner(programme, contributions, day);
        ledger.forEachPlaced(programme.key(), reckoner.counting());
        return reckoner;
    }

    private OptionalLong findFirstWaiting(SettlementLedger ledger) {
        if (ledger.findNew(0).isEmpty()) {
            return OptionalLong.empty();
        }
        PlaceReckoner reckoner = reckon(ledger);
        if (reckoner.costsDiffer()) {
            return findFirstUnpaid(ledger, reckoner.room());
        }
        OptionalLong room = PlaceReckoner.lower(reckoner.roomByQuota(), reckoner.roomByBudget());
        return room.isEmpty()
                ? OptionalLong.empty()
                : ledger.findNew(Math.max(0, room.getAsLong() - ledger.countWaiting()));
    }

    /** Where each person costs something else, only taking the room one by one tells where it ends. */
    private OptionalLong findFirstUnpaid(SettlementLedger ledger, PlaceReckoner.Room room) {
        if (findFirstWithout(room, walker -> ledger.walkWaiting(programme.key(), walker))
                .isPresent()) {
            return ledger.findNew(0);
        }
        return findFirstWithout(room, ledger::walkNew);
    }

    private static OptionalLong findFirstWithout(PlaceReckoner.Room room, Consumer<SettlementLedger.RowWalker> walk) {
        long[] found = {0};
        walk.accept((rowId, base) -> {
            if (room.take(base)) {
                return true;
            }
            found[0] = rowId;
            return false;
        });
        return found[0] == 0 ? OptionalLong.empty() : OptionalLong.of(found[0]);
    }
}
