package id.jembatan.pipeline;

import id.jembatan.domain.LoggedDrop;
import id.jembatan.domain.Programme;
import id.jembatan.domain.Receipt;
import id.jembatan.domain.UndoHindrance;
import id.jembatan.settle.RoomSince;
import id.jembatan.stage.UndoShelf;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a drop back (SPEC section 10): the register is then as if it had never come. Its reply stays where it is; the
 * programme's list of drops says that it was taken back.
 */
public final class UndoDrop {

    private static final Logger LOG = LoggerFactory.getLogger(UndoDrop.class);

    private final House house;

    public UndoDrop(House house) {
        this.house = house;
    }

    /**
     * Takes it back, unless something stands on it. One that a kill interrupted is brought to its end.
     *
     * @param by who asks for it
     * @param reason why
     * @return what stands on it; empty when it is undone
     */
    public List<UndoHindrance> undo(LoggedDrop drop, String by, String reason) throws IOException {
        Receipt receipt = drop.receipt();
        Programme programme =
                house.rules().agreements().getProgramme(receipt.programme().orElseThrow());
        LocalDate today = house.clock()
                .today(house.rules()
                        .agreements()
                        .getRegency(programme.key().regency())
                        .zone());
        RoomSince room = new RoomSince(house.rules().agreements(), house.rules().contributions(), today);
        List<UndoHindrance> standing = new UndoShelf(house.register()).undo(receipt.number(), by, reason, today, room);
        house.journal().bringUpToDate();
        house.tellOffices().tellAll();
        if (standing.isEmpty()) {
            house.index().write(programme);
            LOG.info("receipt {}: drop {} is undone", receipt.number(), receipt.id());
        }
        return standing;
    }
}
