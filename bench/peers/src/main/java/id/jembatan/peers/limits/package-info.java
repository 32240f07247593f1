/** What no way can pass: reading the bytes, parsing them, and loading the rows with one row kept a NIK, nothing else done. */
package id.jembatan.peers.limits;
