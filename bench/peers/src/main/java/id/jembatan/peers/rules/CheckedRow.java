package id.jembatan.peers.rules;

import java.time.LocalDate;

/**
 * A row after tidying and checking, for whatever takes a bean.
 *
 * @param nik 0 where there is none to trust
 * @param birthDate null where it cannot be read
 * @param codes what keeps it out, by {@code ;}; empty for a good row
 */
public record CheckedRow(
        long row,
        long nik,
        String name,
        String birthPlace,
        LocalDate birthDate,
        String sex,
        String address,
        String village,
        String district,
        String occupation,
        String phone,
        String motherName,
        String codes) {

    public boolean isRejected() {
        return !codes.isEmpty();
    }
}
