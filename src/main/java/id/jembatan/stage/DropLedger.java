package id.jembatan.stage;

import com.fasterxml.jackson.databind.JsonNode;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.NationalId;
import id.jembatan.domain.Notice;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RowId;
import id.jembatan.domain.SettlementLedger;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** The SQL behind {@link SettlementLedger} for one drop; one statement, one method. */
final class DropLedger implements SettlementLedger {

    private final Register register;
    private final ProgrammeNumbers programmes;
    private final LoggedDrop drop;
    private final int programme;
    private final ProgrammeKey key;
    private final boolean practice;
    private final long first;
    private final long last;
    private final Reviews reviews;
    private final PlaceLines places;
    private final FreedLedger freed;
    private final UndecidedRows undecided;

    /** Whether rows were judged by an earlier decision of a person. */
    private boolean denied;

    /** How many rows only repeat what the register holds. */
    private long repeated;

    /** Whether all do but the rejected. */
    private boolean onlyRepeated;

    DropLedger(
            Register register,
            ProgrammeNumbers programmes,
            LoggedDrop drop,
            int programme,
            ProgrammeKey key,
            boolean practice) {
        this.register = register;
        this.programmes = programmes;
        this.drop = drop;
        this.programme = programme;
        this.key = key;
        this.practice = practice;
        this.first = RowId.first(drop.receipt().number());
        this.last = RowId.last(drop.receipt().number());
        this.undecided = new UndecidedRows(register, first, last);
        this.reviews =
                new Reviews(register, programmes, key.regency(), drop.receipt().number());
        this.places = new PlaceLines(
                register, programmes, key.regency(), drop.receipt().number());
        this.freed = FreedLedger.byReceipt(
                register, programmes, reviews, drop.receipt().number());
    }

    @Override
    public void replaceRepaired(ReviewJudge judge) {
        RepairedRows repairs = new RepairedRows(register);
        if (repairs.any(drop.receipt().number())) {
            repairs.prove(drop.receipt().number(), programme);
            reviews.replace(first, last);
            reviews.closeTouched(first, last, judge);
        }
    }

    @Override
    public void settleFreed(FreedRowJudge judge) {
        JournalOutbox journal = new JournalOutbox(register);
        Notices notices = new Notices(
                register, journal, Notice.Cause.REPAIR, drop.receipt().day());
        freed.settle(judge, notices);
        notices.close();
    }

    @Override
    public void settleRepeated() {
        if (practice) {
            return;
        }
        denied = new Verdicts(register, key.regency()).deny(first, last) > 0;
        RepeatedRows rows = new RepeatedRows(register, key.regency(), programme, first, last);
        repeated = rows.settle(denied);
        onlyRepeated = repeated > 0 && repeated == rows.countTaken();
    }

    @Override
    public void markLookAlikes() {
        LookAlikes lookAlikes = new LookAlikes(register, drop);
        if (practice) {
            lookAlikes.markAmongThemselves();
        } else {
            lookAlikes.markAgainst(key.regency(), repeated > 0, onlyRepeated);
        }
    }

    @Override
    public void decideKnown(GroupJudge judge) {
        if (onlyRepeated) {
            return;
        }
        try (KnownGroups groups =
                        new KnownGroups(register, programmes, key.regency(), first, last, denied, repeated > 0);
                Decisions decisions = new Decisions(register, drop.sheets())) {
            while (groups.next()) {
                judge.begin(
                        groups.nik(),
                        practice ? List.of() : groups.standings(),
                        !practice && groups.reviewOpen(),
                        practice ? Set.of() : groups.owners());
                groups.forEachRow(judge::row);
                decisions.add(groups.nik(), groups.firstRow(), judge.end());
            }
        }
        spreadDecisions();
        if (!practice) {
            new Versions(register).turnDecided();
            reviews.open(first, last);
        }
    }

    /** The decision of each NIK becomes the outcomes of its rows; a NEW first row still waits for its place. */
    private void spreadDecisions() {
        register.client()
                .sql("""
                        insert into row_outcome (row_id, outcome, ref)
                        select r.row_id,
                            case when s.decision = 'REVIEW' then 'REVIEW'
                                 when r.row_id = s.first_row_id then s.decision
                                 else 'DUPLICATE' end,
                            case when s.decision = 'REVIEW' then null
                                 when r.row_id = s.first_row_id then s.ref
                                 when r.sheet = s.first_sheet then s.ref_here
                                 else s.ref_elsewhere end
                        from settling s
                        join drop_row r on r.nik = s.nik and r.row_id between ? and ?
                        where not (s.decision = 'NEW' and r.row_id = s.first_row_id)""" + (denied ? " and " + KnownGroups.UNDECIDED : ""))
                .params(first, last)
                .update();
    }

    @Override
    public long caseNumber(NationalId nik, long entryRowId) {
        return places.caseNumber(nik, entryRowId);
    }

    @Override
    public void forEachPlaced(ProgrammeKey programmeKey, Consumer<PlacedGroup> action) {
        places.forEachPlaced(programmeKey, action);
    }

    @Override
    public long countWaiting() {
        return register.client()
                .sql("select count(*) from entry where programme_no = ? and state = 'WAITLISTED'")
                .param(programme)
                .query(Long.class)
                .single();
    }

    @Override
    public OptionalLong findNew(long skipped) {
        return onlyRepeated ? OptionalLong.empty() : undecided.find(skipped);
    }

    @Override
    public void walkWaiting(ProgrammeKey programmeKey, RowWalker walker) {
        places.walkWaiting(programmeKey, walker);
    }

    @Override
    public void walkNew(RowWalker walker) {
        undecided.walk(walker);
    }

    @Override
    public void place(OptionalLong firstWaiting) {
        long queue = practice ? 0 : register.next("queue"); // every drop takes one, whoever comes in
        if (onlyRepeated) {
            return;
        }
        undecided.place(firstWaiting);
        if (!practice) {
            undecided.enter(programme, queue);
        }
    }

    /**
     * Leaves the register as the settlement left it whose rows, outcomes, cases and reviews stand already: nothing is
     * judged again.
     *
     * @param closed the reviews that the drop's repairs closed
     * @param settled the records of the rows that were freed by that
     * @param known whether its people are known; those of a drop that was taken back and is purged are not
     */
    void replay(List<Long> closed, List<JsonNode> settled, boolean known) {
        if (practice) {
            return;
        }
        RepairedRows repairs = new RepairedRows(register);
        if (repairs.any(drop.receipt().number())) {
            repairs.prove(drop.receipt().number(), programme);
            reviews.replace(first, last);
            closed.forEach(review -> reviews.close(review, first, last));
        }
        rememberReplayed();
        meetEntries(known);
        new Versions(register).turnDecided();
        reviews.open(first, last);
        undecided.enter(programme, register.next("queue"));
        settled.forEach(freed::replay);
        register.client().sql("delete from settling").update();
    }

    /** What the settlement remembered: rows that only repeated what was known then repeat it now. */
    private void rememberReplayed() {
        register.client().sql("delete from settling").update();
        Likeness likeness = new Likeness(register);
        if (drop.outcomes().of(Outcome.UNCHANGED) == 0) {
            likeness.remember(first, last);
            return;
        }
        new RepeatedRows(register, key.regency(), programme, first, last).note();
        likeness.rememberUnnoted(first, last);
        register.client().sql("delete from settling").update();
    }

    /** Every UPDATED row finds the entry that it updated: the live one of its NIK in the programme. */
    private void meetEntries(boolean known) {
        int found = register.client().sql("""
                        insert into settling (nik, decision, first_row_id, first_sheet, entry_row_id)
                        select r.nik, 'UPDATED', r.row_id, r.sheet, e.row_id
                        from row_outcome o
                        join drop_row r on r.row_id = o.row_id
                        join drop_row f on f.nik = r.nik
                        join entry e on e.row_id = f.row_id and e.programme_no = ?
                            and e.state in ('STAGED', 'WAITLISTED', 'SENT', 'ACTIVE')
                        where o.row_id between ? and ? and o.outcome = 'UPDATED'""").params(programme, first, last).update();
        if (known && found != drop.outcomes().of(Outcome.UPDATED)) {
            throw new IllegalStateException(
                    "control total: expected " + drop.outcomes().of(Outcome.UPDATED) + " updated, found " + found);
        }
    }
}
