package id.jembatan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * That a drop was taken: the line in the log that everything else about it hangs on.
 *
 * @param number orders all drops of the installation, from 1
 * @param id of the drop; the same bytes for the same programme are the same drop, by the id of the first day
 * @param regency empty for a file outside every regency's folder
 * @param programme empty for a file in no programme's folder
 * @param file the name it came under, without folders; {@code outer.zip!/entry.csv} for an entry of a ZIP
 * @param sha256 of the bytes, 64 hex digits
 * @param day the business date of the receipt in the regency's zone
 * @param firstReceivedAt when the same bytes came before for the same programme: when that was
 * @param leavers whether it is a list of leavers: its rows end entries instead of making them
 */
public record Receipt(
        long number,
        DropId id,
        Optional<RegencyCode> regency,
        Optional<ProgrammeKey> programme,
        String file,
        String sha256,
        long bytes,
        Instant receivedAt,
        LocalDate day,
        Optional<Instant> firstReceivedAt,
        boolean leavers) {

    /** Of a list of people who come. */
    public Receipt(
            long number,
            DropId id,
            Optional<RegencyCode> regency,
            Optional<ProgrammeKey> programme,
            String file,
            String sha256,
            long bytes,
            Instant receivedAt,
            LocalDate day,
            Optional<Instant> firstReceivedAt) {
        this(number, id, regency, programme, file, sha256, bytes, receivedAt, day, firstReceivedAt, false);
    }

    /** The receipt and drop only: a file's name may hold a person. */
    @Override
    public String toString() {
        return "receipt " + number + " (" + id + ")";
    }
}
