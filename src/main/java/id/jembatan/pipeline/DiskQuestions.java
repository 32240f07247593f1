package id.jembatan.pipeline;

import id.jembatan.disk.DiskProbe;
import id.jembatan.domain.Workspace;
import id.jembatan.pipeline.SelfTest.Holds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a self-test asks of the disk that a home lies on, or would lie on. */
final class DiskQuestions {

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(10);
    private static final int FILES_LOOKED_AT = 10_000;

    private final Settings settings;
    private final Workspace workspace;
    private final SelfTestFindings findings;

    DiskQuestions(Settings settings, SelfTestFindings findings) {
        this.settings = settings;
        this.workspace = settings.workspace();
        this.findings = findings;
    }

    void askAll() throws IOException {
        Path disk = nearest(workspace.home());
        boolean made = disk.equals(workspace.home());
        try (DiskProbe probe = new DiskProbe()) {
            if (made) {
                findings.ask("folders", () -> askFolders(probe));
                findings.ask("rename", () -> askRenames(probe));
            } else {
                findings.add("home", Holds.DOUBTFUL, workspace.home());
            }
            findings.ask("fsync", () -> {
                Duration took = probe.sync(disk);
                findings.tellDoubt("fsync", took.compareTo(SLOW) < 0, took.toMillis());
            });
            findings.ask("locks", () -> findings.tell("locks", probe.keepsLocks(disk), disk));
            findings.ask("names", () -> findings.tell("names", probe.keepsNames(disk), disk));
            findings.ask("modes", () -> askModes(probe, disk, made));
            findings.ask(
                    "space",
                    () -> findings.tell(
                            "space",
                            DiskProbe.free(disk) >= leastSpace(),
                            megabytes(DiskProbe.free(disk)),
                            megabytes(leastSpace())));
            findings.ask("disk-clock", () -> {
                Duration apart = probe.clockAhead(disk, Instant::now);
                findings.tellDoubt("disk-clock", apart.abs().compareTo(CLOCKS_APART) < 0, apart.toSeconds());
            });
        }
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
        findings.tell("folders", bad.isEmpty(), bad.isEmpty() ? workspace.home() : String.join(", ", bad));
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
        findings.tell("rename", bad.isEmpty(), bad.isEmpty() ? workspace.home() : String.join(", ", bad));
    }

    private void askModes(DiskProbe probe, Path disk, boolean made) throws IOException {
        if (!probe.keepsModes(disk)) {
            findings.add("modes", Holds.NO, disk);
            return;
        }
        Optional<Path> open = made ? findOpen() : Optional.empty();
        findings.add(
                open.isEmpty() ? "modes" : "modes-of", open.isEmpty() ? Holds.YES : Holds.DOUBTFUL, open.orElse(disk));
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
}
