package id.jembatan.domain;

/**
 * One row that a notice is about.
 *
 * @param ref what a DUPLICATE or COVERED row points to; "" for the others
 */
public record NoticeRow(RowPlace place, Notice.Became became, String ref) {}
