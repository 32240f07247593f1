package id.jembatan.pipeline;

import id.jembatan.domain.Regency;
import id.jembatan.domain.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What keeps the home from its work, a code and what it is about each; nobody by name. The same for {@code status} and for
 * whoever watches the service.
 */
final class HouseHealth {

    /** A night may take so long before it counts as missed. */
    static final Duration NIGHT = Duration.ofHours(1);

    private final House house;

    HouseHealth(House house) {
        this.house = house;
    }

    /** All reasons, as they are now; none when all is well. */
    List<String> reasons() throws IOException {
        List<String> reasons = new ArrayList<>();
        SpaceWatch.of(house.settings()).reason().ifPresent(reasons::add);
        Workspace workspace = house.workspace();
        for (Path folder : List.of(
                house.settings().intakeFolder(),
                workspace.reply(),
                workspace.outbound(),
                workspace.archive(),
                workspace.journal(),
                workspace.database(),
                workspace.work())) {
            if (!Files.isWritable(folder)) {
                reasons.add("READ_ONLY " + folder.getFileName() + "/");
            }
        }
        if (isDatabaseAway()) {
            reasons.add("DATABASE_AWAY");
        } else {
            addMissedNights(reasons);
        }
        for (ZoneId zone : zones()) {
            house.clock()
                    .findBehind(zone)
                    .ifPresent(day -> reasons.add(
                            "CLOCK_BEHIND " + day + " < " + house.clock().today(zone) + " " + zone.getId()));
        }
        reasons.addAll(LineStop.of(workspace.work()));
        MailOutbox.reason(workspace.work()).ifPresent(reasons::add);
        CopyRegister.reason(workspace.database()).ifPresent(reasons::add);
        return reasons;
    }

    boolean isDatabaseAway() {
        try {
            house.log().now();
            return false;
        } catch (RuntimeException e) {
            if (Faults.isOfTheDatabase(e)) {
                return true;
            }
            throw e;
        }
    }

    /** Under a fixed business date there are no nights. */
    private void addMissedNights(List<String> reasons) {
        Optional<String> cron = house.settings().enrolCron();
        if (cron.isEmpty() || house.settings().today().isPresent()) {
            return;
        }
        new MissedNight(house, cron.get())
                .findAll(NIGHT)
                .forEach((zone, night) -> reasons.add("NIGHT_MISSED " + night + " " + zone));
    }

    /** In the order of their names. */
    private List<ZoneId> zones() {
        return house.rules().agreements().regencies().stream()
                .map(Regency::zone)
                .distinct()
                .sorted(Comparator.comparing(ZoneId::getId))
                .toList();
    }
}
