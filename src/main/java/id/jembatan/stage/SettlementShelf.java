package id.jembatan.stage;

import id.jembatan.domain.FullList;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Outcome;
import id.jembatan.domain.Places;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.RowCounts;
import id.jembatan.domain.RowId;
import id.jembatan.domain.SettlementLedger;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Settles a drop in one transaction: either every row has its outcome and its entry, or none. */
public final class SettlementShelf {

    private final Register register;
    private final DropLog log;
    private final JournalOutbox journal;
    private final ProgrammeNumbers programmes;

    public SettlementShelf(Register register, DropLog log) {
        this.register = register;
        this.log = log;
        this.journal = new JournalOutbox(register);
        this.programmes = new ProgrammeNumbers(register);
    }

    /**
     * Lets the decider settle the drop; a drop that is settled already stays as it is.
     *
     * @param practice as against an empty register, and leaving nothing in it
     * @param decider gives the places as they stand afterwards
     * @throws IllegalStateException when the outcomes do not add up to the rows that were read; nothing is then changed
     */
    public LoggedDrop settle(
            long receipt, ProgrammeKey programme, boolean practice, Function<SettlementLedger, Places> decider) {
        return settle(receipt, programme, practice, Optional.empty(), decider);
    }

    /**
     * As {@link #settle(long, ProgrammeKey, boolean, Function)}; and who is not in a full list, once it is complete, is
     * proposed as a leaver.
     *
     * @param list the full list that the drop belongs to; empty for any other drop
     */
    public LoggedDrop settle(
            long receipt,
            ProgrammeKey programme,
            boolean practice,
            Optional<FullList> list,
            Function<SettlementLedger, Places> decider) {
        return register.inTransaction(() -> {
            register.takeTurn();
            LoggedDrop drop = log.get(receipt);
            if (drop.step() != LoggedDrop.Step.READ) {
                return drop;
            }
            register.client().sql("delete from settling").update();
            long lastCase = register.lastGiven("case");
            long lastReview = register.lastGiven("review");
            rejectFaulty(receipt);
            RepairedRows repairs = new RepairedRows(register);
            boolean repaired = repairs.any(receipt);
            Places places = decider.apply(
                    new DropLedger(register, programmes, drop, programmes.numberOf(programme), programme, practice));
            RowCounts outcomes = count(receipt, drop.reading().rows()).requireBalanced();
            log.markSettled(
                    receipt,
                    outcomes,
                    practice ? Optional.empty() : Optional.of(places),
                    repaired ? Optional.of(repairs.tally(receipt, outcomes.read())) : Optional.empty());
            if (!practice) {
                proposeLeavers(receipt, programmes.numberOf(programme), list);
                new Moments(register).noteSettled(receipt);
            }
            LoggedDrop settled = log.get(receipt);
            new SettlementRecords(register, journal, settled).add(lastCase, lastReview);
            return settled;
        });
    }

    /**
     * Ends the entries that a list of leavers names; one that is settled already stays as it is.
     *
     * @param practice as against an empty register: nobody is in it
     * @param reckoner gives the places as they stand afterwards
     * @throws IllegalStateException when the outcomes do not add up to the rows that were read; nothing is then changed
     */
    public LoggedDrop end(
            long receipt, ProgrammeKey programme, boolean practice, Function<SettlementLedger, Places> reckoner) {
        return register.inTransaction(() -> {
            register.takeTurn();
            LoggedDrop drop = log.get(receipt);
            if (drop.step() != LoggedDrop.Step.READ) {
                return drop;
            }
            int number = programmes.numberOf(programme);
            LeaversLedger leavers = new LeaversLedger(register, drop, number);
            RepairedRows repairs = new RepairedRows(register);
            boolean repaired = repairs.any(receipt);
            rejectFaulty(receipt);
            leavers.rejectStrangers();
            if (repaired) {
                repairs.prove(receipt, number);
            }
            leavers.decide();
            leavers.end();
            RowCounts outcomes = count(receipt, drop.reading().rows()).requireBalanced();
            Places places = reckoner.apply(new DropLedger(register, programmes, drop, number, programme, practice));
            log.markSettled(
                    receipt,
                    outcomes,
                    practice ? Optional.empty() : Optional.of(places),
                    repaired ? Optional.of(repairs.tally(receipt, outcomes.read())) : Optional.empty());
            new Moments(register).noteSettled(receipt);
            LoggedDrop settled = log.get(receipt);
            new SettlementRecords(register, journal, settled).addLeavers();
            return settled;
        });
    }

    private void proposeLeavers(long receipt, int programme, Optional<FullList> list) {
        Proposals proposals = new Proposals(register, journal, programme);
        proposals.voidPresent(receipt);
        if (list.filter(FullList::complete).isPresent()) {
            proposals.voidAll(receipt);
            new DropSteps(register).propose(receipt, proposals.propose(list.get(), receipt));
        }
        ToldPeople told = new ToldPeople(register);
        if (list.isEmpty()) {
            told.clear(receipt, receipt);
        } else if (list.get().complete()) {
            told.clear(list.get().first(), list.get().last());
        }
    }

    private void rejectFaulty(long receipt) {
        register.client()
                .sql("""
                        insert into row_outcome (row_id, outcome)
                        select row_id, 'REJECTED' from drop_row where row_id between ? and ? and nik is null""")
                .params(RowId.first(receipt), RowId.last(receipt))
                .update();
    }

    private RowCounts count(long receipt, long read) {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        register.client()
                .sql("select outcome, count(*) from row_outcome where row_id between ? and ? group by outcome")
                .params(RowId.first(receipt), RowId.last(receipt))
                .query((row, i) -> counts.put(Outcome.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return new RowCounts(read, counts);
    }
}
