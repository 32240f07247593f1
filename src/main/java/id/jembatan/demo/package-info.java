/**
 * Invented regencies' lists at their real sizes, with the usual faults.
 */
@NullMarked
package id.jembatan.demo;

import org.jspecify.annotations.NullMarked;
