package id.jembatan.pipeline;

import id.jembatan.disk.DiskProbe;
import id.jembatan.disk.Journal;
import id.jembatan.domain.AgreementsBroken;
import id.jembatan.domain.Messages;
import id.jembatan.domain.Workspace;
import id.jembatan.stage.RebuiltFile;
import id.jembatan.stage.Register;
import id.jembatan.stage.RegisterProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Proves on the operator's own disk, database and clock what Jembatan relies on (SPEC sections 10 and 11). Beside a running
 * service too; nothing is changed, and nothing is left behind.
 */
public final class SelfTest {

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);
    private static final Duration RECEIPT_AHEAD = Duration.ofMinutes(5);
    private static final long LEAST_MEMORY = 200L * 1024 * 1024;
    private static final int FILES_LOOKED_AT = 10_000;

    private final Settings settings;
    private final Messages messages;
    private final Workspace workspace;
    private final List<Finding> findings = new ArrayList<>();

    public SelfTest(Settings settings, Messages messages) {
        this.settings = settings;
        this.messages = messages;
        this.workspace = settings.workspace();
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

    /** One question to the machine. */
    @FunctionalInterface
    private interface Question {

        void ask() throws IOException, InterruptedException;
    }

    /** Asks everything, whatever fails. */
    public List<Finding> run() throws IOException {
        tell("java", Runtime.version().feature() >= 17, Runtime.version());
        long memory = Runtime.getRuntime().maxMemory();
        tellDoubt("memory", memory >= LEAST_MEMORY, megabytes(memory));
        Path disk = nearest(workspace.home());
        boolean made = disk.equals(workspace.home());
        try (DiskProbe probe = new DiskProbe()) {
            if (made) {
                ask("folders", () -> askFolders(probe));
                ask("rename", () -> askRenames(probe));
            } else {
                add("home", Holds.DOUBTFUL, workspace.home());
            }
            ask("fsync", () -> {
                Duration took = probe.sync(disk);
                tellDoubt("fsync", took.compareTo(SLOW) < 0, took.toMillis());
            });
            ask("locks", () -> tell("locks", probe.keepsLocks(disk), disk));
            ask("names", () -> tell("names", probe.keepsNames(disk), disk));
            ask("modes", () -> askModes(probe, disk, made));
            ask(
                    "space",
                    () -> tell(
                            "space",
                            DiskProbe.free(disk) >= leastSpace(),
                            megabytes(DiskProbe.free(disk)),
                            megabytes(leastSpace())));
            ask("disk-clock", () -> {
                Duration apart = probe.clockAhead(disk, Instant::now);
                tellDoubt("disk-clock", apart.abs().compareTo(CLOCKS_APART) < 0, apart.toSeconds());
            });
        }
        askAgreements();
        askDatabase(made);
        return List.copyOf(findings);
    }

    private long leastSpace() {
        return settings.number("jembatan.intake.free-space");
    }

    private static long megabytes(long bytes) {
        return bytes / 1024 / 1024;
    }

    private static Path nearest(Path home) {
        Path there = home;
        while (!Files.isDirectory(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private void askFolders(DiskProbe probe) {
        List<String> bad = new ArrayList<>();
        for (Path folder : folders()) {
            if (!Files.isDirectory(folder) || !probe.isWritable(folder)) {
                bad.add(folder.toString());
            }
        }
        tell("folders", bad.isEmpty(), bad.isEmpty() ? workspace.home() : String.join(", ", bad));
    }

    /** Those that are there: a start makes the rest. */
    private List<Path> folders() {
        return Stream.concat(
                        Stream.concat(Stream.of(workspace.home()), workspace.folders().stream()),
                        Stream.of(settings.intakeFolder()))
                .distinct()
                .filter(folder -> Files.exists(folder, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private void askRenames(DiskProbe probe) throws IOException {
        List<String> bad = new ArrayList<>();
        Path from = Files.isDirectory(workspace.work()) ? workspace.work() : workspace.home();
        for (Path folder : folders()) {
            if (folder.startsWith(workspace.home()) && !probe.movesAtOnce(from, folder)) {
                bad.add(folder.toString());
            }
        }
        tell("rename", bad.isEmpty(), bad.isEmpty() ? workspace.home() : String.join(", ", bad));
    }

    private void askModes(DiskProbe probe, Path disk, boolean made) throws IOException {
        if (!probe.keepsModes(disk)) {
            add("modes", Holds.NO, disk);
            return;
        }
        Optional<Path> open = made ? findOpen() : Optional.empty();
        add(open.isEmpty() ? "modes" : "modes-of", open.isEmpty() ? Holds.YES : Holds.DOUBTFUL, open.orElse(disk));
    }

    /** Something that others than the owner have a right to; drop/ and reply/ may be a group's, the home's own folder too. */
    private Optional<Path> findOpen() throws IOException {
        List<Path> closed = List.of(
                workspace.archive(),
                workspace.journal(),
                workspace.database(),
                workspace.work(),
                workspace.parked(),
                workspace.outbound());
        for (Path folder : closed) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : (Iterable<Path>) files.limit(FILES_LOOKED_AT)::iterator) {
                        if (!isGoneOrClosed(file)) {
                            return Optional.of(file);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** A running service makes and removes files meanwhile. */
    private static boolean isGoneOrClosed(Path file) throws IOException {
        try {
            return DiskProbe.isForOwnerOnly(file);
        } catch (java.nio.file.NoSuchFileException gone) {
            return true;
        }
    }

    private void askAgreements() {
        try {
            Rulebook rules = Configuration.loadRules(settings);
            Configuration.loadProfiles(settings, rules.agreements(), messages);
            BusinessClock clock = new BusinessClock(java.time.Clock.systemUTC(), settings.today());
            long warnings = rules.proveAgreements(clock.today(BusinessClock.NOWHERE), messages).stream()
                    .filter(remark -> remark.isWarning())
                    .count();
            tellDoubt(
                    "agreements",
                    warnings == 0,
                    rules.agreements().listProgrammes().size(),
                    warnings);
        } catch (AgreementsBroken broken) {
            add(
                    "agreements-broken",
                    Holds.NO,
                    broken.problems().size(),
                    broken.problems().get(0).sentence(messages));
        } catch (Settings.Unusable unusable) {
            add(
                    "agreements-broken",
                    Holds.NO,
                    unusable.problems().size(),
                    unusable.problems().get(0));
        } catch (IOException e) {
            add("agreements-broken", Holds.NO, 1, Faults.brief(e));
        }
    }

    /** An embedded register that no command has made yet is made by the first, and is not asked for. */
    private void askDatabase(boolean made) {
        boolean embedded = settings.databaseUrl().isEmpty();
        if (embedded && (!made || !new RebuiltFile(workspace.database()).exists())) {
            add("database-new", Holds.YES);
            askClock(Optional.empty());
            return;
        }
        try (Register register = House.openRegister(settings)) {
            RegisterProbe probe = new RegisterProbe(register);
            probe.commit();
            tell("database", probe.isFit(), probe.version());
            tell("durable", probe.commitsDurably(), probe.version());
            Optional<Journal.Mark> last = made ? new Journal(workspace.journal()).last() : Optional.empty();
            tell("journal", probe.wrote(last), last.map(Journal.Mark::seq).orElse(0L));
            askClock(probe.lastReceived());
        } catch (RuntimeException | IOException e) {
            add("database-away", Holds.NO, Faults.brief(e));
            askClock(Optional.empty());
        }
    }

    private void askClock(Optional<Instant> lastReceived) {
        if (settings.today().isPresent()) {
            add("clock-fixed", Holds.YES, settings.today().get()); // somebody wants it so
            return;
        }
        Instant now = Instant.now();
        boolean behind = lastReceived
                .filter(last -> last.isAfter(now.plus(RECEIPT_AHEAD)))
                .isPresent();
        tell(
                "clock",
                !behind,
                now,
                ZoneId.systemDefault(),
                lastReceived.map(Instant::toString).orElse("-"));
    }

    private void ask(String check, Question question) throws IOException {
        try {
            question.ask();
        } catch (IOException | SecurityException e) {
            add(check, Holds.NO, e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void tell(String check, boolean holds, Object... arguments) {
        add(check, holds ? Holds.YES : Holds.NO, arguments);
    }

    private void tellDoubt(String check, boolean holds, Object... arguments) {
        add(check, holds ? Holds.YES : Holds.DOUBTFUL, arguments);
    }

    private void add(String check, Holds holds, Object... arguments) {
        String key = "cli.self-test." + check + (holds == Holds.YES ? ".yes" : ".no");
        String advice = holds == Holds.YES ? "" : messages.get("cli.self-test." + check + ".do", arguments);
        findings.add(new Finding(check, holds, messages.get(key, arguments), advice));
    }
}
