package id.jembatan.peers.rules;

/**
 * A row as it stands in the list.
 *
 * @param row the line of the file on which it begins
 */
public record ListedRow(
        long row,
        String no,
        String nik,
        String name,
        String familyCard,
        String birthPlace,
        String birthDate,
        String sex,
        String address,
        String village,
        String district,
        String occupation,
        String sector,
        String phone,
        String motherName) {}
