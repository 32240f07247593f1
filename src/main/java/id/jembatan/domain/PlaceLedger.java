package id.jembatan.domain;

import java.util.function.Consumer;

/** The register as whoever gives places to single rows sees it, inside one transaction. */
public interface PlaceLedger {

    /** The number under which an entry of another regency is named to this one; the same number for the same pair. */
    long caseNumber(NationalId nik, long entryRowId);

    /** People with a place in the programme, staged, sent or active, by what they cost. */
    void forEachPlaced(ProgrammeKey programme, Consumer<PlacedGroup> action);

    /** Walks the people waiting in the programme, the longest-waiting first, until the walker has seen enough. */
    void walkWaiting(ProgrammeKey programme, SettlementLedger.RowWalker walker);
}
