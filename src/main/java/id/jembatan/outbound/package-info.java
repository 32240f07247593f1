/**
 * What we send: a pure function of a frozen batch and its profile. Chooses nobody.
 */
@NullMarked
package id.jembatan.outbound;

import org.jspecify.annotations.NullMarked;
