/** DuckDB by JDBC: all of the work in SQL, in resources/duckdb.sql. */
package id.jembatan.peers.duck;
