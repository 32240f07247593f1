package id.jembatan.domain;

import java.time.LocalDate;

/**
 * That somebody is no longer in a programme.
 *
 * @param on the last day
 * @param reason as the regency gave it, such as {@code meninggal}
 */
public record Ending(LocalDate on, String reason) {}
