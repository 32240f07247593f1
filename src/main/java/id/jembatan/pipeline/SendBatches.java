package id.jembatan.pipeline;

import id.jembatan.disk.Durable;
import id.jembatan.disk.Turn;
import id.jembatan.domain.Agreements;
import id.jembatan.domain.Batch;
import id.jembatan.domain.OperatorNeeded;
import id.jembatan.domain.Programme;
import id.jembatan.domain.StoredBatch;
import id.jembatan.domain.Workspace;
import id.jembatan.outbound.BatchFiles;
import id.jembatan.outbound.Profile;
import id.jembatan.stage.EnrolmentShelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands frozen batches to their branches, in the order in which they were frozen, each folder by one rename. In
 * PUBLISHING the absence of the hidden folder proves that the rename happened: a folder that the branch has taken away
 * meanwhile is not written again.
 */
public final class SendBatches {

    private static final Logger LOG = LoggerFactory.getLogger(SendBatches.class);

    private final Workspace workspace;
    private final RuleSets rules;
    private final EnrolmentShelf shelf;
    private final JournalKeeper journal;

    SendBatches(Workspace workspace, RuleSets rules, EnrolmentShelf shelf, JournalKeeper journal) {
        this.workspace = workspace;
        this.rules = rules;
        this.shelf = shelf;
        this.journal = journal;
    }

    /** Batches that the branch has not got yet. */
    public List<StoredBatch> listUnsent() {
        return shelf.listUnsent();
    }

    /** Sends everything that is frozen; one process at a time, so that a night and a command write no folder together. */
    @SuppressWarnings("try") // the turn is held, not used
    public void sendAll() throws IOException {
        journal.bringUpToDate();
        try (Turn turn = Turn.take(workspace.work().resolve("turn-outbound"))) {
            for (StoredBatch batch : shelf.listUnsent()) {
                send(batch);
            }
        }
        journal.bringUpToDate();
    }

    private void send(StoredBatch batch) throws IOException {
        Path outbox = workspace.outbound().resolve(batch.branch());
        Path folder = outbox.resolve(batch.number());
        Path unfinished = outbox.resolve("." + batch.number() + ".unfinished");
        Durable.makeFolders(outbox);
        if (batch.state() == StoredBatch.State.FROZEN) {
            Durable.removeAll(unfinished);
            Durable.makeFolders(unfinished);
            String sha256 = write(batch, unfinished);
            Durable.closeForOthers(unfinished);
            Durable.syncAll(unfinished);
            Durable.sync(outbox);
            shelf.markPublishing(batch, sha256);
            journal.bringUpToDate(); // a rebuilt register must know that the branch may have it
        }
        if (Files.exists(unfinished, LinkOption.NOFOLLOW_LINKS)) {
            Durable.publishFolder(unfinished, folder);
        }
        shelf.markSent(batch);
        LOG.info("batch {}: {} people for branch {}", batch.number(), batch.people(), batch.branch());
    }

    /** A folder that the branch has once had, with the same bytes; whether they are the same is proved by the manifest. */
    void sendAgain(StoredBatch batch) throws IOException {
        Path outbox = workspace.outbound().resolve(batch.branch());
        Path unfinished = outbox.resolve("." + batch.number() + ".unfinished");
        Durable.makeFolders(outbox);
        Durable.removeAll(unfinished);
        Durable.makeFolders(unfinished);
        String sha256 = write(batch, unfinished);
        if (!batch.manifestSha256().equals(Optional.of(sha256))) {
            Durable.removeAll(unfinished);
            throw new OperatorNeeded("rebuild.batch-differs", batch.number());
        }
        Durable.publishFolder(unfinished, outbox.resolve(batch.number()));
        LOG.info("batch {}: written again", batch.number());
    }

    private String write(StoredBatch stored, Path folder) {
        RuleSet own = rules.of(stored);
        Agreements agreements = own.book().agreements();
        Programme programme = agreements.getProgramme(stored.programme());
        Batch batch = new Batch(
                stored.number(),
                stored.kind(),
                agreements.getRegency(stored.programme().regency()),
                programme,
                stored.day(),
                stored.months(),
                stored.people(),
                stored.monthly(),
                stored.total(),
                stored.places(),
                shelf.findPreviousManifest(stored));
        LocalDate sentFirst = stored.kind() == Batch.Kind.RESEND ? shelf.firstSent(stored) : stored.day();
        BatchLines reckoned = new BatchLines(own.book().contributions(), programme, sentFirst);
        Profile profile = own.profiles().get(stored.profile());
        return shelf.withLines(stored, profile.split(), lines -> {
            try {
                return BatchFiles.write(folder, batch, reckoned.of(lines), profile, own.messages(), own.extras());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
