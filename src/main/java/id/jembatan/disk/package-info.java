/**
 * What it takes to be still there after a power cut: whole files by rename, folders that appear at once, an append-only
 * journal. Every other room may use it, as it uses {@code java.nio}; it knows nothing of what it writes.
 */
@NullMarked
package id.jembatan.disk;

import org.jspecify.annotations.NullMarked;
