package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.Regency;
import id.jembatan.intake.Archive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
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
     * Gives the bytes a new receipt; a kill before that leaves nothing, a kill after it a drop that any process finishes.
     *
     * @param by who asks for it
     * @return the new receipt's number
     * @throws BytesGone when there is nothing left to judge
     */
    public long receive(LoggedDrop earlier, String by) throws IOException {
        Receipt was = earlier.receipt();
        ZoneId zone = was.regency()
                .flatMap(house.rules().agreements()::findRegency)
                .map(Regency::zone)
                .orElse(BusinessClock.NOWHERE);
        LocalDate today = house.clock().today(zone);
        Path bytes = find(was);
        Archive.Stamp stamp = Archive.Stamp.of(bytes).orElseThrow(() -> new BytesGone(was));
        Optional<Archive.Kept> kept = new Archive(house.workspace(), house.work()).keep(bytes, stamp, today);
        if (kept.filter(copy -> copy.sha256().equals(was.sha256())).isEmpty()) {
            throw new BytesGone(was);
        }
        Receipt receipt = house.log().receiveAgain(earlier, house.clock().now(zone), today, by);
        house.journal().bringUpToDate();
        LOG.info("receipt {}: drop {} judges receipt {} again", receipt.number(), receipt.id(), was.number());
        return receipt.number();
    }

    private Path find(Receipt was) throws BytesGone {
        Path archived = house.workspace().archived(was.day(), was.sha256());
        if (Files.isRegularFile(archived)) {
            return archived;
        }
        Path parked = house.workspace()
                .parked(was, house.rules().agreements())
                .resolve(Path.of(was.file()).getFileName());
        if (Files.isRegularFile(parked)) {
            return parked;
        }
        throw new BytesGone(was);
    }
}
