/**
 * Where it rests: all SQL, for H2 and PostgreSQL. Decides nothing.
 */
@NullMarked
package id.jembatan.stage;

import org.jspecify.annotations.NullMarked;
