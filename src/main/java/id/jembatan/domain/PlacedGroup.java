package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Optional;

/**
 * People with a place who cost the same.
 *
 * @param sentMonth the month of their batch; empty for who is still staged
 */
public record PlacedGroup(BigDecimal base, Optional<YearMonth> sentMonth, long people) {}
