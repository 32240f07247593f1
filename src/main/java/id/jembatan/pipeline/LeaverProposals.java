package id.jembatan.pipeline;

import id.jembatan.domain.LeaverProposal;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Regency;
import id.jembatan.stage.Leavers;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the operator says of people whom a full list did not hold (SPEC section 6, mode full-list). */
public final class LeaverProposals {

    private static final Logger LOG = LoggerFactory.getLogger(LeaverProposals.class);

    private final House house;
    private final Leavers leavers;

    public LeaverProposals(House house) {
        this.house = house;
        this.leavers = new Leavers(house.register());
    }

    /** Shows all that wait, in the order of their numbers. */
    public void forEach(Consumer<LeaverProposal> action) {
        leavers.forEachProposal(action);
    }

    /**
     * Ends everybody who is proposed by the list that the drop belongs to; it is in the journal when this returns.
     *
     * @param on empty for today
     * @return how many there were
     */
    public long confirm(LoggedDrop drop, Optional<LocalDate> on, String by) throws IOException {
        ZoneId zone = drop.receipt()
                .regency()
                .flatMap(house.rules().agreements()::findRegency)
                .map(Regency::zone)
                .orElse(BusinessClock.NOWHERE);
        LocalDate today = house.clock().today(zone);
        long people = leavers.confirm(drop.listNo(), on.orElse(today), today, by);
        house.journal().bringUpToDate();
        LOG.info("receipt {}: {} leavers confirmed", drop.receipt().number(), people);
        return people;
    }

    /** The person stays; false when that is not asked any more. */
    public boolean keep(long number, String by) throws IOException {
        boolean kept = leavers.keep(number, by);
        house.journal().bringUpToDate();
        return kept;
    }
}
