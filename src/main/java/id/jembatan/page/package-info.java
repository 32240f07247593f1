/** How every page for people is filled: one engine, one way to write numbers, money and times. */
@NullMarked
package id.jembatan.page;

import org.jspecify.annotations.NullMarked;
