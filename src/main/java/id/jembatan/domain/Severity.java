package id.jembatan.domain;

/** ERROR stops the row (or refuses the file), WARNING marks it, INFO only counts. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
