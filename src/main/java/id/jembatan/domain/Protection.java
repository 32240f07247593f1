package id.jembatan.domain;

/** The insurance schemes, in the order in which files and pages name them. */
public enum Protection {
    /** Work accident (jaminan kecelakaan kerja). */
    JKK,
    /** Death (jaminan kematian). */
    JKM,
    /** Old age, a lump sum (jaminan hari tua). */
    JHT,
    /** Pension (jaminan pensiun). */
    JP
}
