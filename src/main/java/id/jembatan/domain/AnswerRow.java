package id.jembatan.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * One row of an answer file as it was read, before anybody asks which line it answers.
 *
 * @param position among all rows of the file, from 1
 * @param row the number that a person sees
 * @param ref the line that it names
 * @param rounded a NIK that may have lost its last digit in a spreadsheet, told by the name beside it
 * @param verdict empty when the row is invalid
 * @param kpj of an accepted line, 11 digits
 * @param why why the branch refused, in its own words; ""
 * @param reason why the row is invalid, or what was done to read it
 */
public record AnswerRow(
        long position,
        int sheet,
        int row,
        Optional<LineRef> ref,
        OptionalLong nik,
        Optional<Rounded> rounded,
        Optional<AnswerVerdict> verdict,
        Optional<String> kpj,
        String why,
        Optional<AnswerReason> reason) {

    /**
     * A NIK without its last digit, and the name's match key.
     *
     * @param lowest the first of the ten NIKs that it could be
     */
    public record Rounded(long lowest, String matchKey) {

        @Override
        public String toString() {
            return "a rounded NIK";
        }
    }

    /** Whether it can be held against the lines at all. */
    public boolean isInvalid() {
        return reason.filter(it -> it.outcome() == AnswerOutcome.INVALID).isPresent();
    }

    /** The place only: the rest is about a person. */
    @Override
    public String toString() {
        return "answer row " + row;
    }
}
