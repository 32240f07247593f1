/**
 * How do we write it? A raw row becomes a draft. Refuses nothing.
 */
@NullMarked
package id.jembatan.normalise;

import org.jspecify.annotations.NullMarked;
