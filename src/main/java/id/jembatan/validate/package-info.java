/**
 * May it enter? One rule, one file, named as its claim. Looks at no other row and at no database.
 */
@NullMarked
package id.jembatan.validate;

import org.jspecify.annotations.NullMarked;
