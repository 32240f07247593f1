package id.jembatan.settle;

import id.jembatan.domain.NationalId;
import id.jembatan.domain.PlacedGroup;
import id.jembatan.domain.SettlementLedger;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A ledger that only numbers cases, each by its entry; nothing else may be asked of it. */
final class NumberedCases implements SettlementLedger {

    @Override
    public long caseNumber(NationalId nik, long entryRowId) {
        return entryRowId;
    }

    @Override
    public void decideKnown(GroupJudge judge) {
        throw notAsked();
    }

    @Override
    public void forEachPlaced(Consumer<PlacedGroup> action) {
        throw notAsked();
    }

    @Override
    public long countWaiting() {
        throw notAsked();
    }

    @Override
    public void walkWaiting(RowWalker walker) {
        throw notAsked();
    }

    @Override
    public OptionalLong findNew(long skipped) {
        throw notAsked();
    }

    @Override
    public void walkNew(RowWalker walker) {
        throw notAsked();
    }

    @Override
    public void place(OptionalLong firstWaiting) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("a decision about one NIK asks only for case numbers");
    }
}
