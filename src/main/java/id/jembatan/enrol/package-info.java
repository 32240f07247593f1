/**
 * Who goes next? Freezes batches; formats nothing.
 */
@NullMarked
package id.jembatan.enrol;

import org.jspecify.annotations.NullMarked;
