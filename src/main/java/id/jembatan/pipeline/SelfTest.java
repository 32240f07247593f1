package id.jembatan.pipeline;

import id.jembatan.disk.Journal;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Regency;
import id.jembatan.domain.Workspace;
import id.jembatan.stage.DropLog;
import id.jembatan.stage.EnrolmentShelf;
import id.jembatan.stage.RebuiltFile;
import id.jembatan.stage.Register;
import id.jembatan.stage.RegisterProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Proves on the operator's own disk, database and clock what Jembatan relies on (SPEC sections 10 and 11). Beside a running
 * service too; nothing is changed, and nothing is left behind.
 */
public final class SelfTest {

    private static final Duration RECEIPT_AHEAD = Duration.ofMinutes(5);
    private static final long LEAST_MEMORY = 200L * 1024 * 1024;

    private final Settings settings;
    private final Messages messages;
    private final Workspace workspace;
    private final SelfTestFindings findings;

    public SelfTest(Settings settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
        this.workspace = settings.workspace();
        this.findings = new SelfTestFindings(messages);
    }

    /** How something stands. */
    public enum Holds {
        YES,
        /** It works, and somebody should look at it. */
        DOUBTFUL,
        NO
    }

    /**
     * What was asked, and the answer.
     *
     * @param check what was asked, for scripts
     * @param sentence what was found, for people
     * @param advice what to do; "" when it holds
     */
    public record Finding(String check, Holds holds, String sentence, String advice) {}

    /** Asks everything, whatever fails. */
    public List<Finding> run() throws IOException {
        findings.tell("java", Runtime.version().feature() >= 17, Runtime.version());
        long memory = Runtime.getRuntime().maxMemory();
        findings.tellDoubt("memory", memory >= LEAST_MEMORY, memory / 1024 / 1024);
        boolean made = Files.isDirectory(workspace.home());
        new DiskQuestions(settings, findings).askAll();
        Optional<Rulebook> rules = askAgreements();
        if (made) {
            List<String> stopped = LineStop.of(workspace.work());
            findings.tell("line", stopped.isEmpty(), String.join("; ", stopped));
        }
        askDatabase(made, rules);
        return findings.list();
    }

    private Optional<Rulebook> askAgreements() {
        try {
            Rulebook rules = Configuration.loadRules(settings);
            Configuration.loadProfiles(settings, rules.agreements(), messages);
            BusinessClock clock = new BusinessClock(Clock.systemUTC(), settings.today());
            long warnings = rules.proveAgreements(clock.today(BusinessClock.NOWHERE), messages).stream()
                    .filter(remark -> remark.isWarning())
                    .count();
            findings.tellDoubt(
                    "agreements",
                    warnings == 0,
                    rules.agreements().listProgrammes().size(),
                    warnings);
            return Optional.of(rules);
        } catch (AgreementsBroken broken) {
            findings.add(
                    "agreements-broken",
                    Holds.NO,
                    broken.problems().size(),
                    broken.problems().get(0).sentence(messages));
        } catch (Unusable unusable) {
            findings.add(
                    "agreements-broken",
                    Holds.NO,
                    unusable.problems().size(),
                    unusable.problems(messages).get(0));
        } catch (IOException e) {
            findings.add("agreements-broken", Holds.NO, 1, Faults.brief(e));
        }
        return Optional.empty();
    }

    /** An embedded register that no command has made yet is made by the first, and is not asked for. */
    private void askDatabase(boolean made, Optional<Rulebook> rules) {
        boolean embedded = settings.databaseUrl().isEmpty();
        if (embedded && (!made || !new RebuiltFile(workspace.database()).exists())) {
            findings.add("database-new", Holds.YES);
            askClock(Optional.empty());
            return;
        }
        try (Register register = House.openRegister(settings)) {
            RegisterProbe probe = new RegisterProbe(register);
            probe.commit();
            findings.tell("database", probe.isFit(), probe.version());
            findings.tell("durable", probe.commitsDurably(), probe.version());
            Optional<Journal.Mark> last = made ? new Journal(workspace.journal()).last() : Optional.empty();
            findings.tell(
                    "journal", probe.wrote(last), last.map(Journal.Mark::seq).orElse(0L));
            askClock(probe.lastReceived());
            askNights(register, rules);
        } catch (RuntimeException | IOException e) {
            findings.add("database-away", Holds.NO, Faults.brief(e));
            askClock(Optional.empty());
        }
    }

    private void askClock(Optional<Instant> lastReceived) {
        if (settings.today().isPresent()) {
            findings.add("clock-fixed", Holds.YES, settings.today().get()); // somebody wants it so
            return;
        }
        Instant now = Instant.now();
        boolean behind = lastReceived
                .filter(last -> last.isAfter(now.plus(RECEIPT_AHEAD)))
                .isPresent();
        findings.tell(
                "clock",
                !behind,
                now,
                ZoneId.systemDefault(),
                lastReceived.map(Instant::toString).orElse("-"));
    }

    /** Under a fixed business date there are no nights. */
    private void askNights(Register register, Optional<Rulebook> rules) {
        Optional<String> cron = settings.enrolCron();
        if (cron.isEmpty() || rules.isEmpty() || settings.today().isPresent()) {
            return;
        }
        MissedNight nights = new MissedNight(
                new BusinessClock(Clock.systemUTC(), Optional.empty()),
                new DropLog(register),
                new EnrolmentShelf(register),
                rules.get().agreements(),
                cron.get());
        Map<String, LocalDate> missed = nights.findAll(HouseHealth.NIGHT);
        findings.tellDoubt("nights", missed.isEmpty(), missed.isEmpty() ? localTimes(rules.get()) : spoken(missed));
    }

    /** What time it is where the offices are: nights and business dates go by it. */
    private static String localTimes(Rulebook rules) {
        return rules.agreements().regencies().stream()
                .map(Regency::zone)
                .distinct()
                .sorted(Comparator.comparing(ZoneId::getId))
                .map(zone ->
                        LocalDateTime.now(zone).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")) + " " + zone)
                .collect(Collectors.joining(", "));
    }

    private static String spoken(Map<String, LocalDate> missed) {
        return missed.entrySet().stream()
                .map(night -> night.getValue() + " " + night.getKey())
                .collect(Collectors.joining(", "));
    }
}
