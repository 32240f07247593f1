package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Arrival;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one complete file: archives it, logs it, removes the source, marks that. A kill between any two of these loses
 * nothing and doubles nothing: a source whose bytes are logged already is only removed. What lies in a ZIP is archived
 * piece by piece and then logged at once, so that there is never half of one.
 */
public final class DropReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(DropReceiver.class);

    private final Path folder;
    private final Path lock;
    private final RuleSets rules;
    private final Archive archive;
    private final ZipContents contents;
    private final DropLog log;
    private final BusinessClock clock;
    private final JournalKeeper journal;
    private final SpaceWatch space;
    private final DropLine line;

    /**
     * To receive files.
     *
     * @param folder where people put them
     * @param lock one process at a time receives
     */
    DropReceiver(
            Path folder,
            Path lock,
            RuleSets rules,
            Archive archive,
            ZipContents contents,
            DropLog log,
            BusinessClock clock,
            JournalKeeper journal,
            SpaceWatch space,
            DropLine line) {
        this.folder = folder;
        this.lock = lock;
        this.rules = rules;
        this.archive = archive;
        this.contents = contents;
        this.log = log;
        this.clock = clock;
        this.journal = journal;
        this.space = space;
        this.line = line;
    }

    /**
     * Before the first look into {@code drop/}: a source that went just before a kill is known to be gone, so that the
     * same file, dropped there again, is answered again.
     */
    @SuppressWarnings("try") // the turn is held, not used
    public void recallSources() throws IOException {
        try (Turn turn = Turn.take(lock)) {
            List<Long> gone = new ArrayList<>();
            log.receipts().listSourcesLeft().forEach((receipt, path) -> {
                if (!Files.exists(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)) {
                    gone.add(receipt);
                }
            });
            log.receipts().markSourcesRemoved(gone);
        }
    }

    /**
     * Takes one file that a look into {@code drop/} found; the poller's idle message has none.
     *
     * @param number which of those that were found at once, from 0
     */
    @SuppressWarnings("try") // the turn is held, not used
    public void receive(@Body @Nullable File found, @ExchangeProperty(Exchange.BATCH_INDEX) @Nullable Integer number)
            throws IOException {
        if (!line.mayReceive(number) || found == null) {
            return;
        }
        if (!space.hasRoom()) {
            line.stop(); // what was taken already goes on; the file waits
            return;
        }
        try (Turn turn = Turn.take(lock)) {
            if (Files.exists(found.toPath(), LinkOption.NOFOLLOW_LINKS)) {
                receive(found.toPath());
            }
        }
    }

    private void receive(Path file) throws IOException {
        Optional<Archive.Stamp> found = Archive.Stamp.of(file);
        if (found.isEmpty()) {
            return;
        }
        Path relative = folder.relativize(file.toAbsolutePath());
        Arriving arriving = arriving(relative);
        Optional<Archive.Kept> kept = archive.keep(file, found.get(), arriving.day());
        if (kept.isEmpty()) {
            return;
        }
        List<Long> receipts =
                log.receipts().listSourceLeft(relative.toString(), kept.get().sha256());
        if (receipts.isEmpty()) {
            receipts = register(arriving, kept.get());
        }
        journal.bringUpToDate();
        if (Archive.Stamp.of(file).equals(found)) {
            Files.deleteIfExists(file);
            Durable.syncParent(file);
        }
        // a file that has taken its place meanwhile has not been read: it stays, and is another drop
        log.receipts().markSourcesRemoved(receipts);
    }

    /** What is known of a file before it is opened: the same for all that came in one ZIP. */
    private record Arriving(DropPlace place, Path path, Instant now, LocalDate day, Optional<String> rules) {

        Arrival of(String file, Archive.Kept kept, Optional<String> zip, Optional<Refusal> refusal) {
            return new Arrival(
                    place.regency().map(Regency::code),
                    place.programme().map(Programme::key),
                    file,
                    path.toString(),
                    kept.sha256(),
                    kept.bytes(),
                    now,
                    day,
                    zip,
                    refusal,
                    place.leavers(),
                    rules);
        }

        String name() {
            return path.getFileName().toString();
        }
    }

    private Arriving arriving(Path relative) throws IOException {
        DropPlace place = DropPlace.of(relative, rules.today().book().agreements());
        ZoneId zone = place.regency().map(Regency::zone).orElse(BusinessClock.NOWHERE);
        return new Arriving(place, relative, clock.now(zone), clock.today(zone), rules.keep());
    }

    private List<Long> register(Arriving arriving, Archive.Kept kept) throws IOException {
        List<Receipt> receipts = log.receipts().receive(arrivals(arriving, kept));
        receipts.forEach(receipt -> LOG.info(
                "receipt {}: drop {} for {}, {} bytes",
                receipt.number(),
                receipt.id(),
                receipt.programme()
                        .map(Object::toString)
                        .or(() -> receipt.regency().map(RegencyCode::value))
                        .orElse("nobody"),
                receipt.bytes()));
        return receipts.stream().map(Receipt::number).toList();
    }

    /**
     * The file itself, or what lies in it, when it is a ZIP. Outside every programme a ZIP is not opened: no list in it
     * could be taken.
     */
    private List<Arrival> arrivals(Arriving arriving, Archive.Kept kept) throws IOException {
        Path archived = archive.find(kept.sha256(), arriving.day());
        Arrival itself = arriving.of(arriving.name(), kept, Optional.empty(), Optional.empty());
        if (arriving.place().programme().isEmpty() || !contents.isZip(archived)) {
            return List.of(itself);
        }
        try {
            return contents.take(
                    archived,
                    arriving.day(),
                    (file, taken) -> arriving.of(
                            ZipContents.nameIn(arriving.name(), file),
                            taken,
                            Optional.of(kept.sha256()),
                            file.refusal()));
        } catch (DropRefused refused) {
            return List.of(arriving.of(
                    arriving.name(),
                    kept,
                    Optional.empty(),
                    Optional.of(new Refusal(refused.code(), refused.details()))));
        }
    }
}
