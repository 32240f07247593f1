/**
 * What does it say? A file comes in, its lines and the tables in them go out; nothing here knows what a worker is, and
 * nothing grows with the file.
 *
 * <p>Start at {@link id.jembatan.read.DropReader}, which opens a file as {@link id.jembatan.domain.RawRows} after
 * {@link id.jembatan.read.FormatSniffer} has told what it is. A first pass, the {@link id.jembatan.read.Surveyor}, finds
 * the tables by their {@link id.jembatan.read.ColumnNames} and counts the people in them; a second one,
 * {@link id.jembatan.read.TableRows}, gives the people in chunks. What cannot be read is refused with
 * {@link id.jembatan.domain.DropRefused}, whose details begin with a word of the catalogue
 * ({@code refusal.<code>.<word>} in {@code config/messages/read_*.properties}). CSV is parsed behind the port
 * {@link id.jembatan.read.CsvParsing}, since only the pipeline knows Camel.
 */
@NullMarked
package id.jembatan.read;

import org.jspecify.annotations.NullMarked;
