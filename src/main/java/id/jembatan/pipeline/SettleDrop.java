package id.jembatan.pipeline;

import id.jembatan.domain.FullList;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.RowCounts;
import id.jembatan.settle.Settlement;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.FullLists;
import id.jembatan.stage.Leavers;
import id.jembatan.stage.SettlementShelf;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles one drop that was read, and journals it before anybody is told. */
public final class SettleDrop {

    private static final Logger LOG = LoggerFactory.getLogger(SettleDrop.class);

    private final RuleSets rules;
    private final DropLog log;
    private final SettlementShelf shelf;
    private final FullLists lists;
    private final Leavers leavers;
    private final JournalKeeper journal;

    SettleDrop(
            RuleSets rules,
            DropLog log,
            SettlementShelf shelf,
            FullLists lists,
            Leavers leavers,
            JournalKeeper journal) {
        this.lists = lists;
        this.leavers = leavers;
        this.rules = rules;
        this.log = log;
        this.shelf = shelf;
        this.journal = journal;
    }

    /**
     * A drop whose forerunner another process still reads is left for a later pass, and so is one of a full list of which
     * not every drop is read.
     */
    public void settle(@Body long receipt) throws IOException {
        if (log.due().hasEarlierUnsettled(receipt)) {
            return;
        }
        LoggedDrop drop = log.get(receipt);
        Rulebook own = rules.of(drop).book();
        Programme programme =
                own.agreements().getProgramme(drop.receipt().programme().orElseThrow());
        LoggedTogether together = LoggedTogether.with(drop, programme, log);
        if (together.isUnread()) {
            return;
        }
        long left = programme.practice() ? 0 : leavers.endDue(drop.receipt().day());
        if (left > 0) {
            LOG.info("receipt {}: before it {} people left whose day had come", receipt, left);
        }
        Optional<FullList> list = together.findFullList();
        if (list.isPresent() && together.isUntouched() && lists.refuseShrunk(programme.key(), list.get())) {
            journal.bringUpToDate();
            LOG.info("receipt {}: refused, the full list has shrunk", receipt);
            return;
        }
        Settlement settlement = new Settlement(
                own.agreements().completedBy(rules.today().book().agreements()),
                own.contributions(),
                programme,
                drop.receipt().day());
        LoggedDrop settled = drop.receipt().leavers()
                ? shelf.end(receipt, programme.key(), programme.practice(), settlement::reckonPlaces)
                : shelf.settle(receipt, programme.key(), programme.practice(), list, settlement::settle);
        RowCounts rows = settled.outcomes();
        journal.bringUpToDate();
        LOG.info("receipt {}: {} rows: {}", receipt, rows.read(), rows.byOutcome());
    }
}
