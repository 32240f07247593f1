/**
 * What does the branch say? A {@link id.jembatan.domain.WorkerDraft} of a row goes in, an
 * {@link id.jembatan.domain.AnswerRow} comes out: which line it means, and what was decided (SPEC section 9). Start at
 * {@link id.jembatan.answer.AnswerReading}; {@link id.jembatan.answer.AnswerWords} are the words of the configuration.
 * Which line that is, only the register can tell.
 */
@NullMarked
package id.jembatan.answer;

import org.jspecify.annotations.NullMarked;
