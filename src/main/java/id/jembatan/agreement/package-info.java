/**
 * Who promised what? YAML files become {@link id.jembatan.domain.Agreements}, rates become exact rupiah. Start reading at
 * {@link id.jembatan.agreement.AgreementBook} for the promises, {@link id.jembatan.agreement.RateTable} for the money and
 * {@link id.jembatan.agreement.AgreementCheck} for the proof that one covers the other. Looks at no row.
 */
@NullMarked
package id.jembatan.agreement;

import org.jspecify.annotations.NullMarked;
