package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.AnswerFile;
import id.jembatan.domain.Regency;
import id.jembatan.intake.Archive;
import id.jembatan.intake.StandingStill;
import id.jembatan.stage.AnswerLog;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the complete files of {@code answer/}, as {@link DropReceiver} takes those of {@code drop/}: archived, logged,
 * removed, marked. A kill between any two of these loses nothing and doubles nothing.
 */
public final class AnswerReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerReceiver.class);

    private final Path folder;
    private final Path lock;
    private final RuleSets rules;
    private final Archive archive;
    private final AnswerLog log;
    private final BusinessClock clock;
    private final JournalKeeper journal;
    private final StandingStill standing;
    private boolean recalled;

    /**
     * To receive files.
     *
     * @param folder where the branches put them
     * @param lock one process at a time receives
     */
    AnswerReceiver(
            Path folder,
            Path lock,
            RuleSets rules,
            Archive archive,
            AnswerLog log,
            BusinessClock clock,
            JournalKeeper journal,
            StandingStill standing) {
        this.folder = folder;
        this.lock = lock;
        this.rules = rules;
        this.archive = archive;
        this.log = log;
        this.clock = clock;
        this.journal = journal;
        this.standing = standing;
    }

    private record Found(Path path, BasicFileAttributes attributes) {}

    /** Takes every complete file, in the order of modification time, then path. */
    @SuppressWarnings("try") // the turn is held, not used
    public void receiveAll() throws IOException {
        List<Found> found = find();
        if (found.isEmpty() && recalled) {
            return;
        }
        try (Turn turn = Turn.take(lock)) {
            recallSources();
            for (Found file : found) {
                receive(file.path());
            }
        }
    }

    /** A source that went just before a kill is known to be gone, so that the same file, put there again, is answered. */
    private void recallSources() {
        for (AnswerFile file : recalled ? List.<AnswerFile>of() : log.listSourcesLeft()) {
            if (!Files.exists(folder.resolve(file.sourcePath()), LinkOption.NOFOLLOW_LINKS)) {
                log.markSourceRemoved(file);
            }
        }
        recalled = true;
    }

    private List<Found> find() throws IOException {
        List<Found> found = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes attributes) {
                return each.equals(folder) || StandingStill.isOpenFolder(each)
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (standing.isComplete(file)) {
                    found.add(new Found(file, attributes));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE; // status names what cannot be read
            }
        });
        found.sort(Comparator.comparing((Found file) -> file.attributes().lastModifiedTime())
                .thenComparing(file -> file.path().toString()));
        return found;
    }

    private void receive(Path path) throws IOException {
        Optional<Archive.Stamp> stamp = Archive.Stamp.of(path);
        if (stamp.isEmpty()) {
            return;
        }
        Path relative = folder.relativize(path);
        Optional<String> branch = branchOf(relative);
        ZoneId zone = branch.flatMap(this::regencyOf).map(Regency::zone).orElse(BusinessClock.NOWHERE);
        Optional<Archive.Kept> kept = archive.keep(path, stamp.get(), clock.today(zone));
        if (kept.isEmpty()) {
            return; // it changed meanwhile, and is taken again
        }
        Optional<AnswerFile> logged = log.listSourcesLeft().stream()
                .filter(file -> file.sourcePath().equals(relative.toString())
                        && file.sha256().equals(kept.get().sha256()))
                .findFirst();
        Optional<String> under = rules.keep();
        AnswerFile file = logged.orElseGet(() -> log.receive(new AnswerLog.Arrived(
                branch,
                relative.getFileName().toString(),
                relative.toString(),
                kept.get().sha256(),
                kept.get().bytes(),
                clock.now(zone),
                clock.today(zone),
                under)));
        journal.bringUpToDate();
        if (Archive.Stamp.of(path).equals(stamp)) {
            Files.deleteIfExists(path);
            Durable.syncParent(path);
        }
        log.markSourceRemoved(file);
        LOG.info("{}: for branch {}, {} bytes", file, file.branch().orElse("nobody's"), file.bytes());
    }

    /** One that the agreements name, or that has batches from when they did. */
    private Optional<String> branchOf(Path relative) {
        return relative.getNameCount() < 2
                ? Optional.empty()
                : Optional.of(relative.getName(0).toString())
                        .filter(name -> regencyOf(name).isPresent());
    }

    /** A branch may serve several regencies; the first tells its zone. */
    private Optional<Regency> regencyOf(String branch) {
        Agreements agreements = rules.today().book().agreements();
        return agreements.regencies().stream()
                .filter(it -> it.branch().equals(branch))
                .findFirst()
                .or(() -> log.findRegencyServedBy(branch).flatMap(agreements::findRegency));
    }
}
