package id.jembatan.stage;

import id.jembatan.domain.FindingCode;
import id.jembatan.domain.FullList;
import id.jembatan.domain.LoggedDrop.Step;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Refusal;
import java.util.List;

/** Full lists before anything of them enters: one that has shrunk by too much is refused, all of its drops at once. */
public final class FullLists {

    /** More than 20 % of the live entries: likely half a list, and not so many leavers (SPEC section 6). */
    private static final int AT_MOST_ONE_IN = 5;

    private final Register register;
    private final DropLog log;
    private final RowShelf rows;
    private final ProgrammeNumbers programmes;
    private final JournalOutbox journal;

    public FullLists(Register register, DropLog log, RowShelf rows) {
        this.register = register;
        this.log = log;
        this.rows = rows;
        this.programmes = new ProgrammeNumbers(register);
        this.journal = new JournalOutbox(register);
    }

    /**
     * Refuses every drop of the list when too many people would leave; nothing of it has entered yet.
     *
     * @return whether it did
     */
    public boolean refuseShrunk(ProgrammeKey programme, FullList list) {
        return register.inTransaction(() -> {
            register.takeTurn();
            Proposals proposals = new Proposals(register, journal, programmes.numberOf(programme));
            long live = proposals.countLive();
            long missing = proposals.countMissing(list);
            if (missing * AT_MOST_ONE_IN <= live) {
                return false;
            }
            Refusal refusal = new Refusal(
                    FindingCode.FILE_LIST_SHRANK, List.of("people", Long.toString(missing), Long.toString(live)));
            log.listTogether(list.first()).stream()
                    .filter(drop -> drop.step() == Step.READ || drop.step() == Step.RECEIVED)
                    .map(drop -> drop.receipt().number())
                    .forEach(receipt -> {
                        rows.clear(receipt);
                        log.refuse(receipt, refusal);
                    });
            return true;
        });
    }
}
