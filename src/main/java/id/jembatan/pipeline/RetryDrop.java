package id.jembatan.pipeline;

import id.jembatan.domain.Arrival;
import id.jembatan.domain.DropRefused;
import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Refusal;
import id.jembatan.domain.Regency;
import id.jembatan.intake.Archive;
import id.jembatan.read.ZipUnpacking;
import id.jembatan.read.ZippedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the archived bytes of a drop again, to be judged under today's rules (SPEC section 2). The earlier receipt and
 * its reply stay as they are; a drop that was parked leaves {@code parked/} when the new receipt is answered.
 */
public final class RetryDrop {

    private static final Logger LOG = LoggerFactory.getLogger(RetryDrop.class);

    private final House house;

    public RetryDrop(House house) {
        this.house = house;
    }

    /** The bytes of a drop are neither in the archive nor in {@code parked/}, or are not what was received. */
    public static final class BytesGone extends IOException {
        private static final long serialVersionUID = 1L;

        BytesGone(Receipt receipt) {
            super(receipt + ": its bytes are gone from the archive");
        }
    }

    /**
     * Gives the bytes a new receipt, or the files in them one each when they are a ZIP that was refused whole; a kill
     * before that leaves nothing, a kill after it drops that any process finishes.
     *
     * @param by who asks for it
     * @return the new receipts' numbers
     * @throws BytesGone when there is nothing left to judge
     */
    public List<Long> receive(LoggedDrop earlier, String by) throws IOException {
        Receipt was = earlier.receipt();
        ZoneId zone = was.regency()
                .flatMap(house.rules().agreements()::findRegency)
                .map(Regency::zone)
                .orElse(BusinessClock.NOWHERE);
        LocalDate today = house.clock().today(zone);
        Archive archive = new Archive(house.workspace(), house.work());
        Path bytes = find(earlier);
        Archive.Stamp stamp = Archive.Stamp.of(bytes).orElseThrow(() -> new BytesGone(was));
        Archive.Kept kept = archive.keep(bytes, stamp, today)
                .filter(copy -> copy.sha256().equals(was.sha256()))
                .orElseThrow(() -> new BytesGone(was));
        Again again = new Again(
                earlier,
                house.log().receipts().findZip(was.number()),
                house.clock().now(zone),
                today,
                house.ruleSets().keep());
        List<Receipt> receipts = house.log().receipts().receiveAgain(was, arrivals(again, kept, archive), by);
        house.journal().bringUpToDate();
        receipts.forEach(receipt ->
                LOG.info("receipt {}: drop {} judges receipt {} again", receipt.number(), receipt.id(), was.number()));
        return receipts.stream().map(Receipt::number).toList();
    }

    /** What an earlier drop and those that now take its place have in common. */
    private record Again(
            LoggedDrop earlier, Optional<String> cameIn, Instant now, LocalDate day, Optional<String> rules) {

        Arrival of(String file, Archive.Kept kept, Optional<String> zip, Optional<Refusal> refusal) {
            Receipt was = earlier.receipt();
            return new Arrival(
                    was.regency(),
                    was.programme(),
                    file,
                    earlier.sourcePath(),
                    kept.sha256(),
                    kept.bytes(),
                    now,
                    day,
                    zip,
                    refusal,
                    was.leavers(),
                    rules);
        }

        /** A file that could not be got out of its ZIP lies in the archive as it lay there: it cannot be read today either. */
        Optional<Refusal> whatWasSaidOfItsPacking() {
            return cameIn.isPresent() ? earlier.refusal().filter(ZippedFile::isRefusalOfPacking) : Optional.empty();
        }
    }

    private List<Arrival> arrivals(Again again, Archive.Kept kept, Archive archive) throws IOException {
        Receipt was = again.earlier().receipt();
        ZipContents contents = new ZipContents(new ZipUnpacking(house.settings().limits()), archive, house.work());
        Path archived = house.workspace().archived(again.day(), kept.sha256());
        if (again.cameIn().isPresent() || was.programme().isEmpty() || !contents.isZip(archived)) {
            return List.of(again.of(was.file(), kept, again.cameIn(), again.whatWasSaidOfItsPacking()));
        }
        try {
            return contents.take(
                    archived,
                    again.day(),
                    (file, taken) -> again.of(
                            ZipContents.nameIn(was.file(), file), taken, Optional.of(kept.sha256()), file.refusal()));
        } catch (DropRefused refused) {
            return List.of(again.of(
                    was.file(), kept, Optional.empty(), Optional.of(new Refusal(refused.code(), refused.details()))));
        }
    }

    private Path find(LoggedDrop earlier) throws BytesGone {
        Receipt was = earlier.receipt();
        Path archived = house.workspace().archived(was.day(), was.sha256());
        if (Files.isRegularFile(archived)) {
            return archived;
        }
        Path parked = house.workspace()
                .parked(was, house.ruleSets().placing(earlier))
                .resolve(Path.of(was.file()).getFileName());
        if (Files.isRegularFile(parked)) {
            return parked;
        }
        throw new BytesGone(was);
    }
}
