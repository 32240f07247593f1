/**
 * Is it someone we know, and is there a place? Decides; reads no file and knows no SQL.
 */
@NullMarked
package id.jembatan.settle;

import org.jspecify.annotations.NullMarked;
