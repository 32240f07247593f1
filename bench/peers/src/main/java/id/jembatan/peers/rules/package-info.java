/**
 * The rules that all peers share, a row at a time, written anew from SPEC section 5 and not taken from Jembatan: that both come to the
 * same outcomes is worth something only so. DuckDB and pandas say the same in their own words.
 */
package id.jembatan.peers.rules;
