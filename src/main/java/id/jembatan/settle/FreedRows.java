package id.jembatan.settle;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Contributions;
import id.jembatan.domain.GroupDecision;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.PlaceLedger;
import id.jembatan.domain.PlaceReckoner;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.SettlementLedger;
import id.jembatan.domain.SettlementLedger.FreedDecision;
import id.jembatan.domain.SettlementLedger.FreedRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides for rows that a review held up, each by its own programme, as on the day on which they are freed: they come
 * behind all who came or waited before (SPEC section 6). Not thread-safe.
 */
public final class FreedRows implements SettlementLedger.FreedRowJudge {

    private final Agreements agreements;
    private final Contributions contributions;
    private final LocalDate day;
    private final PlaceLedger ledger;
    private final Map<ProgrammeKey, PlaceReckoner.Room> rooms = new HashMap<>();
    private final Set<ProgrammeKey> full = new HashSet<>();

    /** To settle rows that are freed on the day. */
    public FreedRows(Agreements agreements, Contributions contributions, LocalDate day, PlaceLedger ledger) {
        this.agreements = agreements;
        this.contributions = contributions;
        this.day = day;
        this.ledger = ledger;
    }

    @Override
    public FreedDecision decide(FreedRow row) {
        Programme programme = agreements.getProgramme(row.programme());
        GroupOfOneNik group = new GroupOfOneNik(
                programme, day, key -> agreements.findCovering(programme.key().regency(), key), ledger::caseNumber);
        group.begin(row.worker().nik(), row.standings(), false, row.owners());
        group.row(row.worker());
        GroupDecision decision = group.end();
        if (decision.kind() == GroupDecision.Kind.REVIEW) {
            return new FreedDecision(Outcome.REVIEW, 0, "");
        }
        if (!row.twin().isEmpty()) {
            return new FreedDecision(Outcome.DUPLICATE, 0, row.twin());
        }
        return switch (decision.kind()) {
            case UNCHANGED -> new FreedDecision(Outcome.UNCHANGED, decision.entryRowId(), "");
            case UPDATED -> new FreedDecision(Outcome.UPDATED, decision.entryRowId(), "");
            case COVERED -> new FreedDecision(Outcome.COVERED, 0, decision.ref());
            case NEW, REVIEW ->
                new FreedDecision(takesPlace(programme, row.base()) ? Outcome.ACCEPTED : Outcome.WAITLISTED, 0, "");
        };
    }

    private boolean takesPlace(Programme programme, BigDecimal base) {
        PlaceReckoner.Room room = rooms.get(programme.key());
        if (room == null) {
            room = roomBehindThoseWhoWait(programme);
            rooms.put(programme.key(), room);
        }
        if (!full.contains(programme.key()) && !room.take(base)) {
            full.add(programme.key());
        }
        return !full.contains(programme.key());
    }

    private PlaceReckoner.Room roomBehindThoseWhoWait(Programme programme) {
        PlaceReckoner reckoner = new PlaceReckoner(programme, contributions, day);
        ledger.forEachPlaced(programme.key(), reckoner.counting());
        PlaceReckoner.Room room = reckoner.room();
        ledger.walkWaiting(programme.key(), (rowId, base) -> {
            boolean placed = room.take(base);
            if (!placed) {
                full.add(programme.key());
            }
            return placed;
        });
        return room;
    }
}
