/** Spring Batch 5: chunks, {@code JdbcBatchItemWriter}, a job repository in the same database, and set-based SQL between steps. */
package id.jembatan.peers.batch;
