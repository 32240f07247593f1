package id.jembatan.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of an answer file that a person has to look at, beside the lines that it could mean (SPEC section 9).
 *
 * @param answer the number of the file
 * @param position of the row in it, from 1
 * @param verdict what the row says
 * @param kpj of an accepted one
 * @param why why the branch refuses, in its own words; ""
 * @param lines as they stand now; one whose answer contradicts the row, those of one NIK, or those with one KPJ
 * @param open whether it still waits
 * @param version of what was looked at: ten hexadecimal digits
 */
public record AnswerQuestion(
        long answer,
        int position,
        DropId file,
        String branch,
        LocalDate day,
        int row,
        AnswerReason reason,
        AnswerVerdict verdict,
        Optional<String> kpj,
        String why,
        List<Line> lines,
        boolean open,
        String version) {

    public AnswerQuestion {
        lines = List.copyOf(lines);
    }

    /**
     * A line that could be meant.
     *
     * @param verdict what the branch has said of it
     * @param named whether the row itself names it
     */
    public record Line(
            LineRef ref,
            ProgrammeKey programme,
            NationalId nik,
            String name,
            EntryState state,
            BigDecimal base,
            Optional<AnswerVerdict> verdict,
            Optional<String> kpj,
            boolean named) {

        @Override
        public String toString() {
            return "line " + ref;
        }
    }

    /** As the operator names it. */
    public String name() {
        return "answer:" + answer + "." + position;
    }

    /** Whether the row's answer may be given to a line: a shared KPJ is only noted. */
    public boolean canBeTaken() {
        return reason != AnswerReason.KPJ_OF_ANOTHER;
    }

    @Override
    public String toString() {
        return name();
    }
}
