/** Camel as its tutorials show it: split by line, a bean a row, an idempotent consumer, a statement a row, a file appended to. */
package id.jembatan.peers.camel;
