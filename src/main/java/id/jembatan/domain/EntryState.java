package id.jembatan.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where one person stands in one programme (SPEC section 6). */
public enum EntryState {
    STAGED,
    WAITLISTED,
    SENT,
    ACTIVE,
    REFUSED,
    ENDED;

    /** Only live entries block another. */
    public static final Set<EntryState> LIVE = Set.copyOf(EnumSet.of(STAGED, WAITLISTED, SENT, ACTIVE));

    /** These use up a place of the programme. */
    public static final Set<EntryState> PLACED = Set.copyOf(EnumSet.of(STAGED, SENT, ACTIVE));

    public boolean isLive() {
        return LIVE.contains(this);
    }

    public boolean isPlaced() {
        return PLACED.contains(this);
    }
}
