package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * People who cost the same: they have a place, or had one and were sent before they ended.
 *
 * @param sentMonth the month of their batch; empty for who is still staged
 * @param endedMonth the last month that is paid for who has ended; empty for who has a place
 */
public record PlacedGroup(
        BigDecimal base, Optional<YearMonth> sentMonth, Optional<YearMonth> endedMonth, long people) {}
