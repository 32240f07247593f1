/**
 * What arrived? Archives the bytes of a file and says which drop it is. Never opens the contents.
 */
@NullMarked
package id.jembatan.intake;

import org.jspecify.annotations.NullMarked;
