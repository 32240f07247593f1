package id.jembatan.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What day it is for every rule and name: the clock in the regency's zone, or one fixed day. On a fixed day it is always
 * noon, so that a replay writes the same bytes. A clock that is set back does not set the day back: what was done on a day
 * stays the past of what is done after it.
 */
public final class BusinessClock {

    /** The zone of a file that lies in no regency's folder: the capital's. */
    static final ZoneId NOWHERE = ZoneId.of("Asia/Jakarta");

    private final Clock clock;
    private final Map<ZoneId, LocalDate> latest = new ConcurrentHashMap<>();
    private volatile Optional<LocalDate> fixed;

    public BusinessClock(Clock clock, Optional<LocalDate> fixed) {
        this.clock = clock;
        this.fixed = fixed;
    }

    public LocalDate today(ZoneId zone) {
        return fixed.orElseGet(() -> latest.merge(zone, ofTheClock(zone), BusinessClock::later));
    }

    private LocalDate ofTheClock(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    /** Something was done in the zone on that day: it is never earlier there again. */
    void notBefore(ZoneId zone, LocalDate day) {
        latest.merge(zone, day, BusinessClock::later);
    }

    /** The day that the clock says in the zone, when it is one that is past already. */
    Optional<LocalDate> findBehind(ZoneId zone) {
        return fixed.isPresent()
                ? Optional.empty()
                : Optional.of(ofTheClock(zone)).filter(today(zone)::isAfter);
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
