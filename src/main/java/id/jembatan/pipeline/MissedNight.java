package id.jembatan.pipeline;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Regency;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.EnrolmentShelf;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;
import org.quartz.CronExpression;

/**
 * Finds the night that should have been while nobody ran: the last one of the schedule, if it is not marked as done and
 * something had been received before it.
 */
final class MissedNight {

    private static final Duration LOOK_BACK = Duration.ofDays(8);

    private final BusinessClock clock;
    private final DropLog log;
    private final EnrolmentShelf enrolments;
    private final Agreements agreements;
    private final CronExpression schedule;

    MissedNight(House house, String cron) {
        this(house.clock(), house.log(), house.enrolments(), house.rules().agreements(), cron);
    }

    MissedNight(BusinessClock clock, DropLog log, EnrolmentShelf enrolments, Agreements agreements, String cron) {
        this.clock = clock;
        this.log = log;
        this.enrolments = enrolments;
        this.agreements = agreements;
        try {
            this.schedule = new CronExpression(cron);
        } catch (ParseException e) {
            throw new Unusable("jembatan.enrol.cron", Unusable.Expected.CRON, cron);
        }
    }

    /** The business date of the missed night in the zone. */
    Optional<LocalDate> find(ZoneId zone) {
        return find(zone, Duration.ZERO);
    }

    /** The same, of a night that should have begun so long ago. */
    Optional<LocalDate> find(ZoneId zone, Duration ago) {
        if (clock.findBehind(zone).isPresent()) {
            return Optional.empty(); // by a clock that was set back it would be a night before what is done already
        }
        Instant now = clock.now(zone);
        Optional<Instant> last = findLast(zone, now).filter(night -> !night.isAfter(now.minus(ago)));
        if (last.isEmpty() || !log.hasReceivedBefore(last.get())) {
            return Optional.empty();
        }
        LocalDate night = LocalDate.ofInstant(last.get(), zone);
        List<Regency> regencies = agreements.regencies().stream()
                .filter(regency -> regency.zone().equals(zone))
                .toList();
        boolean done = regencies.stream().allMatch(regency -> enrolments.isNightDone(regency.code(), night));
        return done ? Optional.empty() : Optional.of(night);
    }

    /** In every zone of the agreements where one was missed, by the zone's name. */
    Map<String, LocalDate> findAll(Duration ago) {
        Map<String, LocalDate> missed = new TreeMap<>();
        agreements.regencies().stream().map(Regency::zone).distinct().forEach(zone -> find(zone, ago)
                .ifPresent(night -> missed.put(zone.getId(), night)));
        return missed;
    }

    private Optional<Instant> findLast(ZoneId zone, Instant now) {
        schedule.setTimeZone(TimeZone.getTimeZone(zone));
        Optional<Instant> last = Optional.empty();
        Date next = schedule.getNextValidTimeAfter(Date.from(now.minus(LOOK_BACK)));
        while (next != null && !next.toInstant().isAfter(now)) {
            last = Optional.of(next.toInstant());
            next = schedule.getNextValidTimeAfter(next);
        }
        return last;
    }
}
