package id.jembatan.domain;

import java.util.OptionalLong;

/**
 * How full a programme was when a batch of it was frozen.
 *
 * @param used people who had a place, those of the batch among them
 * @param quota people; empty = no limit
 */
public record PlacesTaken(long used, OptionalLong quota) {}
