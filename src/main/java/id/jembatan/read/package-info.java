/**
 * What does it say? One streaming pass over a drop gives its lines; the tables in them are found here. Does not know what a worker is.
 */
@NullMarked
package id.jembatan.read;

import org.jspecify.annotations.NullMarked;
