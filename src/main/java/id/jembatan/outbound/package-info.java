/**
 * What we send: a pure function of a frozen batch and its profile. In come a {@link id.jembatan.domain.Batch} and its
 * lines, out come the files, the manifest and the covering letter, the same bytes whenever they are written. Start with
 * {@link id.jembatan.outbound.BatchFiles}; the layout is data, read by {@link id.jembatan.outbound.Profiles}. Chooses
 * nobody, numbers nothing and renames nothing into place.
 */
@NullMarked
package id.jembatan.outbound;

import org.jspecify.annotations.NullMarked;
