package id.jembatan.domain;

import java.util.Optional;

/**
 * What became of one row of an answer file, as the branch is told.
 *
 * @param ref the line that the row was taken for; empty when none was found
 */
public record AnsweredLine(
        long position,
        RowPlace place,
        Optional<LineRef> ref,
        Optional<AnswerVerdict> verdict,
        AnswerOutcome outcome,
        Optional<AnswerReason> reason) {}
