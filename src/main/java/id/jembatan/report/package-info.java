/**
 * What we tell the regency: the files of one reply, written into a folder that the caller gives, fsyncs and renames.
 * In come a {@link id.jembatan.domain.Reply} and streams of rows; out come {@code summary.json}, {@code rows.csv},
 * {@code findings.csv}, the two workbooks and the printable page. Every file is a function of what is handed in: no
 * clock, no chance, so a reply written again has the same bytes. Start with {@link id.jembatan.report.ReceiptPage};
 * nothing here asks a database or decides what became of a row.
 */
@NullMarked
package id.jembatan.report;

import org.jspecify.annotations.NullMarked;
