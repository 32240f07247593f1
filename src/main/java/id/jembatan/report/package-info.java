/**
 * What we tell the regency: the reply's files. Queries no table itself.
 */
@NullMarked
package id.jembatan.report;

import org.jspecify.annotations.NullMarked;
