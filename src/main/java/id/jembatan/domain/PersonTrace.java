package id.jembatan.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the register knows of one person, the earliest first: it is also what a person is told who asks (UU
 * 27/2022). Rejected rows are not among it: the register keeps no person of them.
 *
 * @param looksLike rows of other NIKs that have this person's birth date and name
 */
public record PersonTrace(
        List<Row> rows,
        List<Entry> entries,
        List<Sent> sent,
        List<Answered> answers,
        List<Review> reviews,
        List<FoundRow> looksLike) {

    public PersonTrace {
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
        sent = List.copyOf(sent);
        answers = List.copyOf(answers);
        reviews = List.copyOf(reviews);
        looksLike = List.copyOf(looksLike);
    }

    /**
     * One row of one drop.
     *
     * @param freed what became of it after a review, where one held it up; "" otherwise
     * @param worker the data that it said, completed from the version before where it became one
     */
    public record Row(
            long rowId,
            LocalDate day,
            DropId drop,
            String file,
            Optional<ProgrammeKey> programme,
            RowPlace place,
            Outcome outcome,
            String ref,
            String freed,
            Worker worker) {

        /** Whether a person has still to say whose row it is. */
        public boolean isInQuestion() {
            return outcome == Outcome.REVIEW && freed.isEmpty();
        }

        /** A list of leavers names a NIK and nobody. */
        private boolean isNamed() {
            return !worker.name().isEmpty();
        }

        @Override
        public String toString() {
            return "row " + rowId;
        }
    }

    /** Of these rows the one that says who the person is: the last, if it can be, of which nobody asks whose it is. */
    public static Optional<Row> latest(List<Row> rows) {
        List<Row> named = rows.stream().filter(Row::isNamed).toList();
        return named.stream()
                .filter(row -> !row.isInQuestion())
                .reduce((earlier, later) -> later)
                .or(() -> named.stream().reduce((earlier, later) -> later));
    }

    /** Of these rows those in question that name somebody else than the latest: perhaps another person. */
    public static List<Row> inQuestion(List<Row> rows) {
        Optional<Row> latest = latest(rows);
        return rows.stream()
                .filter(row -> row.isInQuestion() && row.isNamed())
                .filter(row ->
                        latest.filter(shown -> shown.rowId() == row.rowId()).isEmpty())
                .toList();
    }

    /**
     * A time in a programme.
     *
     * @param data the row that said the person's data last
     */
    public record Entry(
            long rowId,
            ProgrammeKey programme,
            EntryState state,
            long data,
            Optional<LocalDate> sentMonth,
            Optional<LocalDate> endedOn,
            String endReason,
            String kpj) {

        @Override
        public String toString() {
            return "entry " + rowId;
        }
    }

    /** A line of a batch: {@code <batch>/<no>}. */
    public record Sent(String ref, LocalDate day, String state) {}

    /**
     * What the branch said of a line.
     *
     * @param ref the line, {@code <batch>/<no>}
     * @param file the id under which the branch was answered
     * @param verdict empty where the branch's word is none that we know
     * @param outcome what became of it: only a settled one changed something
     * @param why in the branch's own words; "" without
     */
    public record Answered(
            String ref,
            LocalDate day,
            String file,
            Optional<AnswerVerdict> verdict,
            AnswerOutcome outcome,
            String kpj,
            String why) {

        @Override
        public String toString() {
            return "answer for " + ref;
        }
    }

    /** A review of the person's NIK. */
    public record Review(long number, RegencyCode regency, boolean closed) {}

    /** Whether the register knows nothing. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    @Override
    public String toString() {
        return "trace of " + rows.size() + " rows";
    }
}
