package id.jembatan.domain;

import java.time.LocalDate;
import java.util.function.Consumer;

/** Tells whether places were never short: then who came in since came in whoever else did. */
@FunctionalInterface
public interface RoomAllAlong {

    /**
     * Whether there was room for everybody at once, on every day since.
     *
     * @param everybody who is or ever was in the programme, as having a place: more cannot have been in it at any time
     */
    boolean hadRoom(ProgrammeKey programme, LocalDate since, Consumer<Consumer<PlacedGroup>> everybody);
}
