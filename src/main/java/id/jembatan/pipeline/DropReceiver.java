package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Regency;
import id.jembatan.domain.RegencyCode;
import id.jembatan.intake.Archive;
import id.jembatan.intake.DropPlace;
import id.jembatan.stage.DropLog;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.camel.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one complete file: archives it, logs it, removes the source, marks that. A kill between any two of these loses
 * nothing and doubles nothing: a source whose bytes are logged already is only removed.
 */
public final class DropReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(DropReceiver.class);

    private final Path folder;
    private final Path lock;
    private final Agreements agreements;
    private final Archive archive;
    private final DropLog log;
    private final BusinessClock clock;
    private final JournalKeeper journal;

    /**
     * To receive files.
     *
     * @param folder where people put them
     * @param lock one process at a time receives
     */
    public DropReceiver(
            Path folder,
            Path lock,
            Agreements agreements,
            Archive archive,
            DropLog log,
            BusinessClock clock,
            JournalKeeper journal) {
        this.folder = folder;
        this.lock = lock;
        this.agreements = agreements;
        this.archive = archive;
        this.log = log;
        this.clock = clock;
        this.journal = journal;
    }

    /** The poller's idle message has no file. */
    @SuppressWarnings("try") // the turn is held, not used
    public void receive(@Body @Nullable File found) throws IOException {
        if (found == null) {
            return;
        }
        try (Turn turn = Turn.take(lock)) {
            if (Files.exists(found.toPath(), LinkOption.NOFOLLOW_LINKS)) {
                receive(found.toPath());
            }
        }
    }

    private void receive(Path file) throws IOException {
        Path relative = folder.relativize(file.toAbsolutePath());
        DropPlace place = DropPlace.of(relative, agreements);
        ZoneId zone = place.regency().map(Regency::zone).orElse(BusinessClock.NOWHERE);
        Optional<Archive.Kept> kept = archive.keep(file, clock.today(zone));
        if (kept.isEmpty()) {
            return;
        }
        long receipt = findLeft(relative, kept.get())
                .map(left -> left.receipt().number())
                .orElseGet(() -> register(relative, place, zone, kept.get()));
        journal.bringUpToDate();
        Files.deleteIfExists(file);
        Durable.syncParent(file);
        log.markSourceRemoved(receipt);
    }

    /** The drop that a kill interrupted before its source was removed. */
    private Optional<LoggedDrop> findLeft(Path relative, Archive.Kept kept) {
        return log.findSourceLeft(relative.toString(), kept.sha256());
    }

    private long register(Path relative, DropPlace place, ZoneId zone, Archive.Kept kept) {
        Receipt receipt = log.receive(
                place.regency().map(Regency::code),
                place.programme().map(programme -> programme.key()),
                relative.getFileName().toString(),
                relative.toString(),
                kept.sha256(),
                kept.bytes(),
                clock.now(zone),
                clock.today(zone));
        LOG.info(
                "receipt {}: drop {} for {}, {} bytes",
                receipt.number(),
                receipt.id(),
                receipt.programme()
                        .map(Object::toString)
                        .or(() -> receipt.regency().map(RegencyCode::value))
                        .orElse("nobody"),
                receipt.bytes());
        return receipt.number();
    }
}
