package id.jembatan.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What day it is for every rule and name: the clock in the regency's zone, or one fixed day. On a fixed day it is always
 * noon, so that a replay writes the same bytes.
 */
public final class BusinessClock {

    /** The zone of a file that lies in no regency's folder: the capital's. */
    static final ZoneId NOWHERE = ZoneId.of("Asia/Jakarta");

    private final Clock clock;
    private volatile Optional<LocalDate> fixed;

    public BusinessClock(Clock clock, Optional<LocalDate> fixed) {
        this.clock = clock;
        this.fixed = fixed;
    }

    public LocalDate today(ZoneId zone) {
        return fixed.orElseGet(() -> LocalDate.ofInstant(clock.instant(), zone));
    }

    public Instant now(ZoneId zone) {
        return fixed.map(day -> day.atTime(LocalTime.NOON).atZone(zone).toInstant())
                .orElseGet(() -> clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
    }

    /** Goes to another fixed day: a replay plays several. */
    public void turnTo(LocalDate day) {
        fixed = Optional.of(day);
    }
}
