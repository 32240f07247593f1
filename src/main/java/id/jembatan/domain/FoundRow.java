package id.jembatan.domain;

/**
 * A row of the register as an operator may be shown it in a list: where it stands, and whose it is by the last digits.
 *
 * @param nik masked
 */
public record FoundRow(DropId drop, RowPlace place, String nik) {}
