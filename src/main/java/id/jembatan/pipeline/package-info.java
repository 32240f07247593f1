/**
 * The Camel side of each room, and the wiring. Holds no business rule.
 */
@NullMarked
package id.jembatan.pipeline;

import org.jspecify.annotations.NullMarked;
