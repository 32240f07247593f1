/**
 * How do we write it? A {@link id.jembatan.domain.RawRow} goes in, a {@link id.jembatan.domain.WorkerDraft} comes out: one
 * form for each value, nothing invented, what cannot be read left empty and marked so. Start at
 * {@link id.jembatan.normalise.Normaliser}; {@link id.jembatan.normalise.ColumnHabits} looks at a whole sheet before it.
 * Refuses nothing: that is for {@code validate}. The tables of {@code specs/normalise} show every form.
 */
@NullMarked
package id.jembatan.normalise;

import org.jspecify.annotations.NullMarked;
