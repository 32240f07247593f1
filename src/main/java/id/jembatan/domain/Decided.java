package id.jembatan.domain;

import java.util.List;

/**
 * What came of asking to decide something, or to take a decision back.
 *
 * @param blockers what stands on a decision, in the words of the catalogue: a key and its argument
 */
public record Decided(Result result, long number, List<Blocker> blockers) {

    public Decided {
        blockers = List.copyOf(blockers);
    }

    /** How it went. */
    public enum Result {
        DONE,
        /** Nothing by that number waits. */
        NOT_OPEN,
        /** It has moved since it was looked at. */
        MOVED,
        /** There is nothing to take back, or not today any more. */
        TOO_LATE,
        /** Something stands on it. */
        BLOCKED
    }

    /** One thing that stands on a decision. */
    public record Blocker(String kind, String what) {}

    public static Decided of(Result result) {
        return new Decided(result, 0, List.of());
    }
}
