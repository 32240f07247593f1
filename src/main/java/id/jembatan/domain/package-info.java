/**
 * The words of the house: records, sealed results, the catalogue of findings. Does no I/O and knows no Camel, SQL or
 * clock. A worker travels through {@link id.jembatan.domain.RawRow}, {@link id.jembatan.domain.WorkerDraft},
 * {@link id.jembatan.domain.Verdict}, {@link id.jembatan.domain.Worker} and
 * {@link id.jembatan.domain.EnrolmentLine}; read them in that order.
 */
@NullMarked
package id.jembatan.domain;

import org.jspecify.annotations.NullMarked;
