package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.PastRetention;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Purge;
import id.jembatan.domain.Regency;
import id.jembatan.enrol.Enrolment;
import id.jembatan.report.PurgePage;
import id.jembatan.stage.DecisionShelf;
import id.jembatan.stage.PurgeShelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what is past its retention and certifies what went (SPEC section 12). First the register forgets, in one
 * transaction that also names the files; then it is journalled; then the files go; then the certificate lies. A kill in
 * between is finished by the next purge or start.
 */
public final class PurgePeople {

    private static final Logger LOG = LoggerFactory.getLogger(PurgePeople.class);
    private static final String FOLDER = "_purge";
    private static final String UNENTERED = "jembatan.purge.unentered";

    private final House house;
    private final PurgeShelf shelf;

    public PurgePeople(House house) {
        this.house = house;
        this.shelf = new PurgeShelf(house.register());
    }

    /** At night, where {@code jembatan.purge.nightly} asks for it. */
    public void purgeAtNight() throws IOException {
        if (house.settings().flag("jembatan.purge.nightly")) {
            purge(System.getProperty("user.name", ""));
        }
    }

    /** What would go now; changes nothing. */
    public Optional<Purge> look(String by) {
        return shelf.look(asked(by, this::endWhatIsOver));
    }

    /** Removes what is past its retention; empty when nothing is. */
    public Optional<Purge> purge(String by) throws IOException {
        finish();
        endWhatIsOver();
        house.journal().bringUpToDate();
        house.tellOffices().tellAll();
        Optional<Purge> purge = shelf.purge(asked(by, () -> {}));
        house.journal().bringUpToDate(); // before a file goes: so a rebuild never asks for one that is gone
        finish();
        return purge;
    }

    private PurgeShelf.Asked asked(String by, Runnable before) {
        PastRetention past = past();
        PurgedFiles files = new PurgedFiles(house, shelf);
        return new PurgeShelf.Asked(
                past,
                today(),
                house.clock().now(BusinessClock.NOWHERE),
                by,
                before,
                going -> files.find(going, past.nobodysUntil()),
                files::findShared);
    }

    /** The earliest of the regencies' dates. */
    private LocalDate today() {
        return house.rules().agreements().regencies().stream()
                .map(regency -> house.clock().today(regency.zone()))
                .min(Comparator.naturalOrder())
                .orElseGet(() -> house.clock().today(BusinessClock.NOWHERE));
    }

    private PastRetention past() {
        return new PastRetention(
                house.rules().agreements().listProgrammes().stream()
                        .filter(this::isPast)
                        .map(Programme::key)
                        .toList(),
                today().minusMonths(house.settings().number(UNENTERED)));
    }

    /** Months after the programme's last month; at least that month is over. */
    private boolean isPast(Programme programme) {
        LocalDate today = house.today(programme.key().regency());
        LocalDate due = programme
                .endOn(today)
                .plusMonths(programme.retentionMonths() + 1L)
                .atDay(1);
        return !programme.practice() && !due.isAfter(today);
    }

    /** A night that was missed must not keep people live whose programme was over long ago. */
    private void endWhatIsOver() {
        for (Regency regency : house.rules().agreements().regencies()) {
            for (Programme programme : regency.programmes()) {
                if (isPast(programme)) {
                    Enrolment enrolment = new Enrolment(
                            house.rules().agreements(),
                            house.rules().contributions(),
                            regency,
                            programme,
                            house.clock().today(regency.zone()));
                    house.enrolments().enrol(programme.key(), enrolment::endWhatIsOver);
                }
            }
        }
        new DecisionShelf(house.register()).closeCasesThatAreOver(today());
    }

    /** Ends what a kill interrupted: files that were to go, bytes in the database's files, certificates. */
    @SuppressWarnings("try") // the turn is held, not used
    public void finish() throws IOException {
        if (shelf.listUnfinished().isEmpty()) {
            return;
        }
        try (Turn turn = Turn.take(house.workspace().work().resolve("turn-purge"))) {
            for (Purge purge : shelf.listUnfinished()) {
                finish(purge);
            }
        }
        house.journal().bringUpToDate();
    }

    private void finish(Purge purge) throws IOException {
        new PurgedFiles(house, shelf).remove(purge.facts().files());
        house.register().dropDeletedBytes();
        new CopyRegister(house).renew();
        writeCertificate(purge);
        house.audit()
                .add(
                        Instant.now(),
                        purge.by(),
                        "purge",
                        Map.of(
                                "purge", purge.id(),
                                "people", purge.facts().people(),
                                "rows", purge.facts().rows(),
                                "files", purge.facts().files().size()));
        shelf.markDone(purge);
        LOG.info(
                "purge {}: {} people, {} rows, {} files",
                purge.id(),
                purge.facts().people(),
                purge.facts().rows(),
                purge.facts().files().size());
    }

    /** Where the certificate of a purge lies in the home: {@code reply/_purge/<id>}. */
    public String nameOfFolder(Purge purge) {
        return house.workspace().home().relativize(folderOf(purge)).toString();
    }

    private Path folderOf(Purge purge) {
        return house.workspace().reply().resolve(FOLDER).resolve(purge.id());
    }

    /** Certificates that are lost. */
    void writeMissing() throws IOException {
        for (Purge purge : shelf.list()) {
            if (!Files.exists(folderOf(purge), LinkOption.NOFOLLOW_LINKS)) {
                writeCertificate(purge);
            }
        }
    }

    private void writeCertificate(Purge purge) throws IOException {
        Path folder = folderOf(purge);
        Path unfinished = folder.resolveSibling("." + purge.id() + ".unfinished");
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        new PurgePage(house.messages()).write(unfinished, purge, this::nameOf);
        Durable.publishFolder(unfinished, folder);
    }

    private String nameOf(String programme) {
        return house.rules().agreements().listProgrammes().stream()
                .filter(each -> each.key().toString().equals(programme))
                .map(each -> house.rules()
                                .agreements()
                                .getRegency(each.key().regency())
                                .name() + ": " + each.name())
                .findFirst()
                .orElse(programme.equals("-") ? house.messages().get("report.purge.nowhere") : programme);
    }
}
