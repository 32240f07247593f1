/**
 * Who promised what? YAML files become {@link id.jembatan.domain.Agreements}, rates become exact rupiah. Looks at no row.
 */
@NullMarked
package id.jembatan.agreement;

import org.jspecify.annotations.NullMarked;
