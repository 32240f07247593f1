/**
 * What one would take instead of Jembatan, on the same work: read a list of workers, tidy it, check NIK and birth date, keep one
 * row a NIK, stage the people, write what became of each row ({@code rows.csv}) and the enrolment file ({@code outbound.csv}).
 * Each peer is written as a good user of its tool would write it, in a process of its own. Begin with {@link
 * id.jembatan.peers.Peers}. What they leave out stands in docs/performance.md.
 */
package id.jembatan.peers;
