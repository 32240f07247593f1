package id.jembatan.pipeline;

import id.jembatan.domain.Agreements;
import id.jembatan.domain.Programme;
import id.jembatan.domain.ProgrammeKey;
import id.jembatan.domain.Regency;
import id.jembatan.enrol.Enrolment;
import id.jembatan.outbound.Profile;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.EnrolmentShelf;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/** A night's enrolment, or one by hand: step by step, and each step programme by programme in its own transaction. */
public final class EnrolProgrammes {

    private final RuleSets rules;
    private final Agreements agreements;
    private final EnrolmentShelf shelf;
    private final DecisionShelf decisions;
    private final JournalKeeper journal;
    private final BusinessClock clock;

    public EnrolProgrammes(
            RuleSets rules, EnrolmentShelf shelf, DecisionShelf decisions, JournalKeeper journal, BusinessClock clock) {
        this.rules = rules;
        this.agreements = rules.today().book().agreements();
        this.shelf = shelf;
        this.decisions = decisions;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Enrols every programme of the regencies in the zone, or of all regencies.
     *
     * @param zone the zone whose night it is; absent for all
     * @param night the business date of a missed night that is made up; absent for today
     * @param by who asks for it; absent for the service itself, which acts for the user of the system
     */
    public void enrol(
            @Header("zone") @Nullable String zone,
            @Header("night") @Nullable LocalDate night,
            @Header("by") @Nullable String by)
            throws IOException {
        String actor = by == null ? System.getProperty("user.name", "") : by;
        Map<ProgrammeKey, Enrolment> enrolments = enrolments(zone, night);
        enrolments.forEach((key, enrolment) -> shelf.enrol(key, enrolment::endWhatIsOver));
        closeCasesThatAreOver(zone, night);
        enrolments.forEach((key, enrolment) -> shelf.enrol(key, enrolment::promoteWaiting));
        Optional<String> under = rules.keep();
        enrolments.forEach(
                (key, enrolment) -> shelf.enrol(key, under, ledger -> enrolment.freezeStaged(ledger, actor)));
        enrolments.forEach((key, enrolment) -> {
            Profile layout =
                    rules.today().profiles().get(agreements.getProgramme(key).profile());
            shelf.enrol(key, under, ledger -> enrolment.freezeChanged(ledger, actor, layout::differs));
        });
        enrolments.forEach((key, enrolment) -> shelf.enrol(key, under, ledger -> enrolment.freezeEnded(ledger, actor)));
        journal.bringUpToDate();
    }

    /** What covered somebody in another regency may have ended this night, or since the last. */
    private void closeCasesThatAreOver(@Nullable String zone, @Nullable LocalDate night) {
        inZone(zone).stream()
                .findFirst()
                .map(regency -> night == null ? clock.today(regency.zone()) : night)
                .ifPresent(decisions::closeCasesThatAreOver);
    }

    private Map<ProgrammeKey, Enrolment> enrolments(@Nullable String zone, @Nullable LocalDate night) {
        Map<ProgrammeKey, Enrolment> enrolments = new LinkedHashMap<>();
        for (Regency regency : inZone(zone)) {
            LocalDate day = night == null ? clock.today(regency.zone()) : night;
            if (zone != null && shelf.isNightDone(regency.code(), day)) {
                continue; // another node was first
            }
            for (Programme programme : regency.programmes()) {
                if (!programme.practice()) {
                    enrolments.put(
                            programme.key(),
                            new Enrolment(agreements, rules.today().book().contributions(), regency, programme, day));
                }
            }
        }
        return enrolments;
    }

    /** The night of the zone's regencies is done, once all its batches are out. */
    public void markNightDone(@Header("zone") String zone, @Header("night") @Nullable LocalDate night)
            throws IOException {
        for (Regency regency : inZone(zone)) {
            shelf.markNightDone(regency.code(), night == null ? clock.today(regency.zone()) : night);
        }
        journal.bringUpToDate();
    }

    private List<Regency> inZone(@Nullable String zone) {
        return agreements.regencies().stream()
                .filter(regency -> zone == null || regency.zone().equals(ZoneId.of(zone)))
                .toList();
    }
}
