/**
 * A person's view at the terminal. Holds no business rule.
 */
@NullMarked
package id.jembatan.cli;

import org.jspecify.annotations.NullMarked;
