package id.jembatan.domain;

import java.time.LocalDate;

/**
 * That somebody leaves a programme.
 *
 * @param on the last day; up to the day of receipt it has come, a later one is waited for
 */
public record Leaving(LocalDate on, EndReason reason) {}
