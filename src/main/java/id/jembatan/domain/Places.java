package id.jembatan.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The places and the money of a programme at one moment.
 *
 * @param quota people; empty = no limit
 * @param used people with a place: staged, sent or active
 * @param waiting people on the waiting list
 * @param left how many more could come in by quota and budget; empty = no limit; never negative
 * @param monthly rupiah a month for those who have a place
 * @param committed rupiah from now (or their batch) to the programme's end for those who have a place
 * @param budget rupiah; empty = none
 */
public record Places(
        OptionalLong quota,
        long used,
        long waiting,
        OptionalLong left,
        BigDecimal monthly,
        BigDecimal committed,
        Optional<BigDecimal> budget) {}
