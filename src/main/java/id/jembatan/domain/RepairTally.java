package id.jembatan.domain;

/**
 * How a repaired list stands against the list that it repairs (SPEC section 7, {@code list}).
 *
 * @param repaired rows that named an earlier row and now stand
 * @param stillWrong rows that named an earlier row and are rejected or under review again
 * @param fresh rows that named none
 * @param left rows of the original list that still wait for repair
 */
public record RepairTally(long repaired, long stillWrong, long fresh, long left) {}
