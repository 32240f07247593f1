package id.jembatan.domain;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One purge: what is past its retention goes, and a certificate says what went (SPEC section 12).
 *
 * @param id names the folder of the certificate
 * @param by who asked for it
 */
public record Purge(long number, String id, LocalDate day, Instant at, String by, PurgeFacts facts) {}
