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
        List<Row> rows, List<Entry> entries, List<Sent> sent, List<Review> reviews, List<FoundRow> looksLike) {

    public PersonTrace {
        rows = List.copyOf(rows);
        entries = List.copyOf(entries);
        sent = List.copyOf(sent);
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

        @Override
        public String toString() {
            return "row " + rowId;
        }
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
