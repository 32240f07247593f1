package id.jembatan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that lies safely in the archive and is to be logged.
 *
 * @param regency empty for a file outside every regency's folder
 * @param programme empty for a file in no programme's folder
 * @param file the name that people know it by; {@code outer.zip!/entry.csv} for an entry of a ZIP
 * @param sourcePath where it lay, relative to {@code drop/}; of an entry, where the ZIP lay
 * @param day the business date in the regency's zone
 * @param zip of an entry: the hash of the ZIP that it came in
 * @param refusal why nothing of it can be read, where that is known already
 * @param leavers whether it is a list of leavers
 * @param rules the archived rules that it goes by; empty = those of whoever works on it
 */
public record Arrival(
        Optional<RegencyCode> regency,
        Optional<ProgrammeKey> programme,
        String file,
        String sourcePath,
        String sha256,
        long bytes,
        Instant receivedAt,
        LocalDate day,
        Optional<String> zip,
        Optional<Refusal> refusal,
        boolean leavers,
        Optional<String> rules) {

    /** A list of people who come. */
    public Arrival(
            Optional<RegencyCode> regency,
            Optional<ProgrammeKey> programme,
            String file,
            String sourcePath,
            String sha256,
            long bytes,
            Instant receivedAt,
            LocalDate day,
            Optional<String> zip,
            Optional<Refusal> refusal) {
        this(
                regency,
                programme,
                file,
                sourcePath,
                sha256,
                bytes,
                receivedAt,
                day,
                zip,
                refusal,
                false,
                Optional.empty());
    }

    /** The place only: a file's name may hold a person. */
    @Override
    public String toString() {
        return "arrival of " + DropId.of(day, sha256);
    }
}
