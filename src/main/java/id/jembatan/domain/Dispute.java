package id.jembatan.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person must decide: a review of one NIK in a regency, or a case between two regencies.
 *
 * @param regency in which the review is, or whose rows the case covers
 * @param since the business date on which it was opened
 * @param open whether it still waits for a decision
 * @param version changes when a row or an entry that it is about changes
 * @param claims its rows in their order, then the live entries of the NIK that it is about
 */
public record Dispute(
        Kind kind,
        long number,
        RegencyCode regency,
        NationalId nik,
        LocalDate since,
        boolean open,
        String version,
        List<Claim> claims) {

    public Dispute {
        claims = List.copyOf(claims);
    }

    /** Of one regency, or of two. */
    public enum Kind {
        REVIEW,
        CASE
    }

    /** As people type it: {@code 17}, or {@code case:17}. */
    public String name() {
        return kind == Kind.CASE ? "case:" + number : Long.toString(number);
    }

    @Override
    public String toString() {
        return kind + " " + number;
    }
}
