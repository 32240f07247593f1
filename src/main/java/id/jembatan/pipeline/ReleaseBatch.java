package id.jembatan.pipeline;

import id.jembatan.stage.EnrolmentShelf;
import java.io.IOException;
import java.time.LocalDate;

/**
 * Lets a batch go that its programme holds back for a second person ({@code release: confirmed}). Killed after the
 * decision, the next night or the next start of the service sends it.
 */
public final class ReleaseBatch {

    private final House house;
    private final Service service;

    public ReleaseBatch(House house, Service service) {
        this.house = house;
        this.service = service;
    }

    /** What came of it. */
    public enum Answer {
        RELEASED,
        UNKNOWN,
        NOT_HELD,
        SAME_PERSON,
        TOO_LATE
    }

    /**
     * Releases and sends it.
     *
     * @param by who asks for it: not the one who made it
     */
    public Answer release(String batch, String by) throws IOException {
        LocalDate today = house.findBatch(batch)
                .map(found -> house.today(found.programme().regency()))
                .orElseGet(() -> house.clock().today(BusinessClock.NOWHERE));
        EnrolmentShelf.Release release = house.enrolments().release(batch, by, today);
        if (release == EnrolmentShelf.Release.RELEASED || release == EnrolmentShelf.Release.NOT_HELD) {
            // also what a kill after the release left
            service.sendFrozenBatches();
        }
        return Answer.valueOf(release.name());
    }
}
