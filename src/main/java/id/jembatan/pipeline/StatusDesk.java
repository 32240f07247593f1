package id.jembatan.pipeline;

import id.jembatan.domain.Unanswered;
import id.jembatan.pipeline.HouseStatus.ProgrammeStatus;
import java.io.IOException;
import java.util.List;

/**
 * How the house stands, for pages that are asked for again and again: what goes through all people of the register is kept
 * until the register changes, all else is asked each time.
 */
public final class StatusDesk {

    private static final String ALL = "all";

    private final House house;
    private final UntilChanged<String, List<ProgrammeStatus>> programmes;
    private final UntilChanged<String, List<Unanswered>> unanswered;

    public StatusDesk(House house) {
        this.house = house;
        this.programmes = new UntilChanged<>(house, all -> HouseStatus.programmes(house));
        this.unanswered = new UntilChanged<>(house, all -> house.silence().listUnanswered());
    }

    /** What needs a person. */
    public List<Attention> attention() throws IOException {
        return Attention.listAll(house, unanswered.get(ALL));
    }

    /** Every programme that is no practice. */
    public List<ProgrammeStatus> programmes() {
        return programmes.get(ALL);
    }

    /**
     * The whole of it.
     *
     * @param needed of {@link #attention}
     */
    public HouseStatus now(List<Attention> needed) {
        return HouseStatus.of(house, programmes(), needed);
    }
}
