package id.jembatan.domain;

/** What a bare number means as a date: nothing in a text file, days since 1900 or 1904 in a workbook. */
public enum DateSystem {
    NONE,
    FROM_1900,
    FROM_1904
}
