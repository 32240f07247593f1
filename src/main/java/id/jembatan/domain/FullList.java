package id.jembatan.domain;

/**
 * A full list, or what of it is settled: the drops that came together.
 *
 * @param first the receipt of its first drop, which names it
 * @param last the receipt of its last drop
 * @param complete whether the drop in hand is the last of it to be settled
 */
public record FullList(long first, long last, boolean complete) {}
