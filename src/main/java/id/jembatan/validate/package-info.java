/**
 * May it enter? A {@link id.jembatan.domain.WorkerDraft} goes in, a {@link id.jembatan.domain.Verdict} comes out, with all
 * findings in the catalogue's order. Start at the list in {@link id.jembatan.validate.Validator}: one rule, one file, named
 * as its claim; what one finding makes pointless of the others stands in {@code Precedence}. Looks at no other row and at no
 * database. The tables of {@code specs/validate} show every rule.
 */
@NullMarked
package id.jembatan.validate;

import org.jspecify.annotations.NullMarked;
